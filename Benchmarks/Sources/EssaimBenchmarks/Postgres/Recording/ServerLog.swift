import Foundation

/// What the server wrote to its log.
struct ServerLog: Sendable {
    let path: String

    struct Entry {
        let process: String
        /// SQLSTATE.
        let state: String
        let application: String
        /// `LOG`, `DETAIL`, `ERROR`…
        let level: String
        let text: String
    }

    /// Begins each entry: process, SQLSTATE, application.
    static let prefix = "essaim|%p|%e|%a|"

    /// Where it ends now.
    func end() throws -> UInt64 {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? NSNumber)?.uint64Value ?? 0
    }

    func entries(since start: UInt64) throws -> [Entry] {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try file.seek(toOffset: start)
        // A line that goes on starts with a tab.
        let text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self).replacing("\n\t", with: "\n ")
        var entries: [[Substring]] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
            if parts.count == 5, parts[0] == "essaim" {
                entries.append(Array(parts.dropFirst()))
            } else if let last = entries.indices.last {
                entries[last][3] += "\n" + line
            }
        }
        return entries.compactMap { parts in
            guard let colon = parts[3].firstRange(of: ":  ") else { return nil }
            return Entry(
                process: String(parts[0]), state: String(parts[1]), application: String(parts[2]),
                level: String(parts[3][..<colon.lowerBound]), text: String(parts[3][colon.upperBound...]))
        }
    }

    /// Transactions of ours that met another and were refused: serialization failures and deadlocks.
    func conflicts(since start: UInt64) throws -> Int {
        try entries(since: start).count { entry in
            entry.level == "ERROR" && entry.application == "essaim" && ["40001", "40P01"].contains(entry.state)
        }
    }
}
