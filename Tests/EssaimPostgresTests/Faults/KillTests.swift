import EssaimDomain
import EssaimPostgres
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Synchronization
import Testing

/// The server's processes are killed (-9) two hundred times in the middle of commands: PostgreSQL ends all its connections
/// and recovers each time. What was acknowledged stands in a log outside of it.
struct KillTests {
    private static let kills = 200
    private static let writers = 4

    @Test func `no acknowledged command is lost, and none is done twice, over 200 kills`() async throws {
        let server = try PrivateServer()
        _ = try server.console().run("CREATE DATABASE killed TEMPLATE template0")
        let address = try PostgresAddress(server.address(of: "killed"))
        let settings = PostgresSettings(address, connections: Self.writers, patience: .seconds(60))
        let store = try PostgresStore(settings)
        defer { store.close() }
        try await Town.found(in: store)
        let desk = RequestDesk(store: store, clock: ManualClock(), forms: FormLibrary([.sample]), billing: .sample)
        let log = try OutsideLog()
        defer { log.remove() }

        let killed = try await withThrowingTaskGroup(of: Int.self) { group in
            let isOver = Flag()
            for writer in 0..<Self.writers {
                group.addTask {
                    var count = 0
                    while !isOver.isSet {
                        count += 1
                        let key = "key-\(writer)-\(count)"
                        let receipt = try await desk.open("dermatology", for: nil, key: key, by: Person.asker.id).get()
                        log.acknowledge(key, try #require(receipt.created))
                    }
                    return 0
                }
            }
            group.addTask {
                defer { isOver.set() }
                var killed = 0
                while killed < Self.kills {
                    let before = log.count
                    // A kill finds the server at work again: some commands went through since the last one.
                    for _ in 0..<2_000 where log.count < before + 2 { try await Task.sleep(for: .milliseconds(5)) }
                    if server.killOne(using: killed) { killed += 1 }
                }
                return killed
            }
            return try await group.reduce(0, +)
        }
        #expect(killed == Self.kills)
        let kept = try await store.reading { connection in
            try connection.query("SELECT id FROM requests ORDER BY id", []) { row in
                if case .text(let id) = row.value(0) { id } else { "" }
            }
        }
        let acknowledged = try log.lines()
        #expect(acknowledged.count >= Self.kills, "\(acknowledged.count) commands between the kills")
        #expect(Set(kept) == Set(acknowledged.map(\.id)), "what is there is what was acknowledged")
        #expect(kept.count == acknowledged.count && Set(acknowledged.map(\.key)).count == acknowledged.count)
    }
}

/// Lines appended to a file before the next command is given.
private final class OutsideLog: Sendable {
    private let folder: TemporaryFolder
    private let file: Mutex<FileHandle>
    private let written = Mutex(0)

    init() throws {
        folder = try TemporaryFolder()
        _ = FileManager.default.createFile(atPath: folder.path + "/acknowledged", contents: nil)
        file = Mutex(try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/acknowledged")))
    }

    var count: Int { written.withLock { $0 } }

    func acknowledge(_ key: String, _ id: Identifier<AdviceRequest>) {
        file.withLock { $0.write(Data("\(key) \(id.rawValue)\n".utf8)) }
        written.withLock { $0 += 1 }
    }

    func lines() throws -> [(key: String, id: String)] {
        try String(contentsOfFile: folder.path + "/acknowledged", encoding: .utf8).split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (key: words[0], id: words[1])
        }
    }

    func remove() { folder.remove() }
}

final class Flag: Sendable {
    private let kept = Mutex(false)
    var isSet: Bool { kept.withLock { $0 } }
    func set() { kept.withLock { $0 = true } }
}
