import Foundation

/// A program of the system that a test needs. Its absence is a failure with a sentence, never a test passed over.
struct Tool {
    let name: String
    /// The Debian packages that bring it.
    let packages: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What the program says on its standard output.
    ///
    /// Run by the shell, not by Foundation's `Process`, whose `run()` was seen to crash while the suites, side by side, have
    /// very many files open.
    func run(_ arguments: [String]) throws -> String {
        try withFolder { folder in
            let (said, complaint) = (folder.appendingPathComponent("said"), folder.appendingPathComponent("complaint"))
            let words = ([name] + arguments).map(Self.quoted).joined(separator: " ")
            let status = system("\(words) >\(Self.quoted(said.path)) 2>\(Self.quoted(complaint.path)) </dev/null")
            switch status >> 8 & 0xFF {
            case 0 where status == 0: return String(decoding: try Data(contentsOf: said), as: UTF8.self)
            case 127: throw Failure(description: "These tests need \(name): install \(packages).")
            default:
                let words = String(decoding: try Data(contentsOf: complaint), as: UTF8.self)
                throw Failure(description: "\(name) ended with \(status): \(words)")
            }
        }
    }

    /// One word for the shell, whatever it holds.
    private static func quoted(_ word: String) -> String {
        "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}

/// A folder for one test, gone after it.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("essaim-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
