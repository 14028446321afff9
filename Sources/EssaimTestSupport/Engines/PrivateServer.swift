import EssaimPostgres
import Foundation

/// A PostgreSQL server of a test's own, to be hurt: `scripts/with-postgres` keeps it as long as the test does.
package final class PrivateServer: Sendable {
    private let folder: TemporaryFolder
    /// The address of a database of that name.
    package func address(of database: String) -> String { server.replacing("/postgres?", with: "/\(database)?") }
    private let server: String

    package struct DidNotStart: Error {}

    /// - Parameter preload: a shared library for the server's processes.
    package init(preload: String? = nil) throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        // The shell's: Foundation's `Process` was seen to crash while the suites have very many files open.
        let keep =
            "echo $ESSAIM_TEST_POSTGRES >'\(folder.path)/new' && mv '\(folder.path)/new' '\(folder.path)/address'"
        let wait = "while [ -e '\(folder.path)/address' ] && kill -0 \(getpid()) 2>/dev/null; do sleep 0.1; done"
        let library = preload.map { "LD_PRELOAD='\($0)' " } ?? ""
        let command = """
            env -u ESSAIM_TEST_POSTGRES \(library)'\(Self.script)' sh -c "\(keep.replacing("$", with: "\\$")) && \(wait)" \
            </dev/null >'\(folder.path)/log' 2>&1 &
            """
        guard system(command) == 0 else { throw DidNotStart() }
        var address = ""
        for _ in 0..<600 where address.isEmpty {
            usleep(50_000)
            address = (try? String(contentsOfFile: folder.path + "/address", encoding: .utf8)) ?? ""
        }
        server = address.trimmingCharacters(in: .whitespacesAndNewlines)
        if server.isEmpty { throw DidNotStart() }
    }

    /// Lets the script end, and the server with it.
    deinit { folder.remove() }

    package func console(_ database: String = "postgres") throws -> PostgresConsole {
        try PostgresConsole(try PostgresAddress(address(of: database)))
    }

    /// Kills one process of the server that works for us (-9): PostgreSQL then ends them all and recovers.
    /// - Returns: whether there was one.
    @discardableResult
    package func killOne(using number: Int) -> Bool {
        guard let console = try? console(),
            let rows = try? console.run(
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'essaim' AND pid <> pg_backend_pid() ORDER BY state, pid"
            ),
            !rows.isEmpty, let pid = rows[number % rows.count][0].flatMap(Int32.init)
        else { return false }
        return kill(pid, SIGKILL) == 0
    }

    /// `scripts/with-postgres`, above the tests.
    private static let script: String = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path() != "/", !FileManager.default.fileExists(atPath: folder.path() + "scripts/with-postgres") {
            folder = folder.deletingLastPathComponent()
        }
        return folder.path() + "scripts/with-postgres"
    }()
}
