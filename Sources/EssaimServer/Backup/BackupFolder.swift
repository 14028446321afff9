import EssaimDomain
import EssaimMedia
import Foundation

/// Where backups go: dated names, one backup at a time, the oldest removed once a newer one is whole.
struct BackupFolder {
    let path: String

    /// Holds the folder for one backup, until `release`; what a backup that died left half written is removed.
    /// - Throws: `BackupFault.underWay` when another holds it.
    final class Hold {
        private let descriptor: Int32

        init(_ folder: BackupFolder) throws(BackupFault) {
            let path = folder.path + "/.essaim-backup.lock"
            descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .failed(path: path, call: "open", code: errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .underWay }
            for name in folder.names(ending: ".backup.part") {
                try? FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
            }
        }

        deinit { if descriptor >= 0 { close(descriptor) } }
    }

    /// Makes the folder, for its owner only, when its parent exists.
    func make() throws(BackupFault) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .failed(path: path, call: "mkdir", code: errno)
        }
    }

    /// `essaim-20261122-103000-417.backup`: by their names they stand in the order of their times.
    static func name(at now: Instant) -> String {
        let stamp = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000).ISO8601Format(
            .init(includingFractionalSeconds: true))
        let digits = stamp.filter(\.isNumber)
        return "essaim-\(digits.prefix(8))-\(digits.dropFirst(8).prefix(6))-\(digits.dropFirst(14)).backup"
    }

    /// Those that this product made here, oldest first.
    var backups: [String] { names(ending: ".backup") }

    private func names(ending end: String) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return all.filter { name in
            let digits = name.dropFirst("essaim-".count).dropLast(end.count)
            return name.hasPrefix("essaim-") && name.hasSuffix(end) && digits.count == 19
                && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") }
        }.sorted()
    }

    /// Removes the oldest, so that so many are left.
    /// - Returns: the names of those removed.
    func keep(_ count: Int) throws -> [String] {
        let old = Array(backups.dropLast(max(1, count)))
        for name in old { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }
        return old
    }
}
