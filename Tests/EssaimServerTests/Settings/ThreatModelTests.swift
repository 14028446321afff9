import Foundation
import Testing

/// `docs/threat-model.md`: each threat has a control, and a test that is there.
@Suite struct ThreatModelTests {
    private static let root = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent()
    }

    /// The cells of each row of a table, heads and rules left out; by the name of the column.
    private static func rows() throws -> [[String: String]] {
        let text = try String(contentsOf: root.appending(path: "docs/threat-model.md"), encoding: .utf8)
        var head: [String] = []
        return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(into: []) { rows, line in
            guard line.hasPrefix("|") else { return head = [] }
            let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|", omittingEmptySubsequences: false)
                .dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces).replacing("\u{1}", with: "|") }
            if head.isEmpty { return head = cells }
            if cells.allSatisfy({ $0.hasPrefix("--") }) { return }
            rows.append(Dictionary(zip(head, cells)) { a, _ in a })
        }
    }

    /// Suites, files of browser tests, walls and scripts that a cell names.
    private static func witnesses(_ cell: String) -> [String] {
        cell.matches(of: /[A-Z][A-Za-z0-9]*Tests|LifeOfADemand|test_[a-z_]+\.py|scripts\/[a-z-]+|Tests\/Walls/)
            .map { String($0.output) }
    }

    @Test func `each threat names what answers it, and a test that tries it`() throws {
        let rows = try Self.rows()
        #expect(rows.count > 60)
        for row in rows {
            let threat = row["tries"] ?? "?"
            #expect(row["answers today"]?.isEmpty == false, "\(threat)")
            #expect(!Self.witnesses(row["shown by"] ?? "").isEmpty, "\(threat)")
        }
    }

    @Test func `each test that it names exists`() throws {
        let paths = try ["Tests", "scripts"].flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: Self.root.appending(path: folder).path)
                .map { "\(folder)/\($0)" }
        }
        let names = Set(paths.map { ($0 as NSString).lastPathComponent })
        for cell in try Self.rows().compactMap({ $0["shown by"] }) {
            for witness in Self.witnesses(cell) where witness != "Tests/Walls" {
                let name = witness.hasPrefix("scripts/") ? String(witness.dropFirst(8)) : witness
                #expect(names.contains(name) || names.contains(name + ".swift"), "\(witness)")
            }
        }
        let sources = try paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".py") }
            .map { try String(contentsOf: Self.root.appending(path: $0), encoding: .utf8) }
        let sentences = try Self.rows().compactMap { $0["shown by"] }.flatMap { cell in
            cell.matches(of: /\(`([^`]+)`(?:, `([^`]+)`)*\)/).flatMap { match in
                match.output.0.split(separator: "`").filter { !["(", ", ", ")"].contains($0) }.map(String.init)
            }
        }
        #expect(sentences.count > 10)
        for sentence in sentences {
            let spelled = ["func `\(sentence)`", "def \(sentence)(", "(\"\(sentence)\""]
            let underscored = "def test_" + sentence.lowercased().replacing(", ", with: "_").replacing(" ", with: "_")
            #expect(
                sources.contains { source in (spelled + [underscored]).contains { source.contains($0) } }, "\(sentence)"
            )
        }
    }
}
