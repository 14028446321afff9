import Crypto
import EssaimTestSupport
import Foundation
import Testing

@testable import EssaimIdentity

/// An operator's list as Have I Been Pwned gives it.
@Suite struct `A list of leaked passwords in a file` {
    private static let known = (1...3_000).map { "gnou velours \($0)" }

    private static func sha1(_ text: String) -> String {
        Insecure.SHA1.hash(data: Data(text.utf8)).map { String(format: "%02X", $0) }.joined()
    }

    private static func sha256(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02X", $0) }.joined()
    }

    private func opened(_ text: String) throws -> BreachedFile {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/leaked.txt"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try BreachedFile(path: path)
    }

    /// How lines may end and be written.
    @Test(arguments: ["crlf", "lf", "no last end", "small letters", "no counts", "sha256"])
    func `each of its passwords is found, and none beside`(_ form: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/leaked.txt"
        let hash = form == "sha256" ? Self.sha256 : Self.sha1
        let end = form == "crlf" ? "\r\n" : "\n"
        let lines = Self.known.map(hash).sorted().enumerated().map { index, hash in
            (form == "small letters" ? hash.lowercased() : hash) + (form == "no counts" ? "" : ":\(index * index)")
        }
        let text = lines.joined(separator: end) + (form == "no last end" ? "" : end)
        try Data(text.utf8).write(to: URL(filePath: path))
        let file = try BreachedFile(path: path)
        #expect(try Self.known.allSatisfy { try file.contains($0) })
        for number in 1...300 { #expect(try !file.contains("tilleul \(number)")) }
        #expect(try !file.contains("Gnou velours 1"), "exactly as typed")
    }

    @Test(arguments: [
        "", "\n", "motdepasse\n", "0123456789:5\n", String(repeating: "G", count: 40) + ":1\n",
        sha1("b") + ":1\n" + sha256("c") + ":1\n" + sha1("d"), String(repeating: "A", count: 5_000),
        // Out of order.
        known.map(sha1).sorted().reversed().joined(separator: "\n"),
    ])
    func `what is no such list is refused at the start`(_ text: String) {
        #expect(throws: BreachedFile.Fault.malformed) { try opened(text) }
    }

    @Test func `a file that is not there, or is gone since, is told so`() throws {
        #expect(throws: BreachedFile.Fault.unreadable) { try BreachedFile(path: "/nowhere/leaked.txt") }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/leaked.txt"
        try Data("\(Self.sha1("a")):1\n".utf8).write(to: URL(filePath: path))
        let file = try BreachedFile(path: path)
        #expect(try file.contains("a"))
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: BreachedFile.Fault.unreadable) { try file.contains("a") }
    }
}
