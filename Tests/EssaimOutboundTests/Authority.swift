import Foundation
import Testing

/// A certificate authority made for one test by the `openssl` command, and certificates that it signs.
final class Authority: Sendable {
    private let folder: URL
    /// The authority's certificate, PEM.
    var path: String { folder.appending(path: "ca.pem").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "essaim-outbound-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=Essai",
            "-days", "2", "-keyout", "ca.key", "-out", "ca.pem")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Certificate and key for a server.
    /// - Parameters:
    ///   - names: as `DNS:localhost,IP:127.0.0.1`.
    ///   - days: how long it stays valid; negative for one that no longer is.
    func issue(_ names: String, days: Int = 2) throws -> [String] {
        let name = "\(UUID())"
        try openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=peer",
            "-keyout", "\(name).key", "-out", "\(name).csr")
        try Data("subjectAltName=\(names)\n".utf8).write(to: folder.appending(path: "\(name).ext"))
        try openssl(
            "x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-days", "\(days)", "-extfile", "\(name).ext", "-out", "\(name).pem")
        return ["\(name).pem", "\(name).key"].map { folder.appending(path: $0).path }
    }

    private func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments[0]) failed")
    }
}
