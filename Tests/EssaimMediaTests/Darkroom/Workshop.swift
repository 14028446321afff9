import EssaimMedia
import EssaimWorkflow
import Glibc
import Synchronization

/// A folder for samples, gone at the end, and a darkroom to put them through.
final class Workshop: Sendable {
    let folder: String
    let darkroom: ConfinedDarkroom
    let incidents: Incidents

    final class Incidents: Sendable {
        private let list = Mutex<[DarkroomIncident]>([])
        func add(_ incident: DarkroomIncident) { list.withLock { $0.append(incident) } }
        var all: [DarkroomIncident] { list.withLock { $0 } }
    }

    struct Missing: Error {}

    init() throws {
        var template = Array("/tmp/essaim-workshop-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil, let executable = DarkroomExecutable.beside() else { throw Missing() }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let incidents = Incidents()
        self.incidents = incidents
        // What is made is tried here, on a machine that does much else: not how soon.
        darkroom = ConfinedDarkroom(executable: executable, patience: 600) { incidents.add($0) }
    }

    deinit {
        guard let list = opendir(folder) else { return }
        while let entry = readdir(list) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            unlink(path(name))
        }
        closedir(list)
        rmdir(folder)
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func read(_ name: String) throws -> [UInt8] {
        let file = open(path(name), O_RDONLY)
        guard file >= 0 else { throw Missing() }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = Glibc.read(file, &piece, piece.count)
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw Missing() }
        defer { close(file) }
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Missing() }
            start += count
        }
    }

    /// Runs ImageMagick's `convert`; the result has this name.
    func draw(_ name: String, _ arguments: String...) async throws -> [UInt8] {
        try await Tool.run("convert", arguments + [path(name)])
        return try read(name)
    }
}
