import Foundation

/// The real clamd, in the foreground on a Unix socket in a folder of its own, with one signature: that of the harmless file
/// that scanners are tried with (eicar.org). It ends with this value, or with the test's process.
final class RunningClamd: Sendable {
    /// Where it listens, `unix:…`.
    let address: String
    private let folder: TemporaryFolder
    private let process: Process
    private let (input, output) = (Pipe(), Pipe())

    /// Becomes clamd, which is ended when the standard input ends. `SIGKILL`: it would end a scan before it heeds `SIGTERM`.
    private static let keeper = """
        exec 3<&0
        (read -r _ <&3; kill -KILL $$) >/dev/null 2>&1 &
        exec /usr/sbin/clamd --config-file="$0"
        """

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// In two halves, so that no scanner takes this file for it.
    static let testFile = Array((#"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD"# + #"-ANTIVIRUS-TEST-FILE!$H+H*"#).utf8)

    /// - Parameter longest: bytes of the longest stream that it takes.
    init(longest: Int = 4 << 20) throws {
        folder = try TemporaryFolder()
        let signature = Self.testFile.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try folder.write("Essai.Eicar:0:*:\(signature)\n", to: "signatures/test.ndb")
        let socket = folder.path + "/socket"
        try folder.write(
            """
            DatabaseDirectory \(folder.path)/signatures
            TemporaryDirectory \(folder.path)
            LocalSocket \(socket)
            Foreground yes
            StreamMaxLength \(longest)
            """, to: "clamd.conf")
        address = "unix:" + socket
        process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", Self.keeper, folder.path + "/clamd.conf"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        try process.run()
        // Its last line before it takes connections.
        var said = Data()
        while !said.contains("Self checking".utf8) {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else {
                let said = String(decoding: said, as: UTF8.self)
                throw Missing(description: "clamd did not start (scripts/system-packages test): \(said)")
            }
            said += more
        }
    }

    deinit { stop() }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Stops it without ending it: connections are taken by the system, nobody answers.
    func freeze() { kill(process.processIdentifier, SIGSTOP) }
    func thaw() { kill(process.processIdentifier, SIGCONT) }
}
