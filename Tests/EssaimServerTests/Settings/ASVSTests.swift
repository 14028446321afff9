import Foundation
import Testing

/// `docs/asvs.csv` against the standard's numbers, and against the tests and documents that it names.
@Suite struct ASVSTests {
    private static let root = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent()
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private func items() throws -> [ASVSItem] { try ASVSItem.all(in: try Self.text("docs/asvs.csv")) }

    @Test func `each of the 253 items of levels 1 and 2 stands there once, under its level, in the standard's order`()
        throws
    {
        let items = try items()
        #expect(ASVSItem.asked.count == 253 && ASVSItem.asked.count { $0.hasSuffix(" 1") } == 70)
        #expect(items.filter { $0.level != "3*" }.map { "\($0.number) \($0.level)" } == ASVSItem.asked)
        #expect(Set(items.map(\.number)).count == items.count)
    }

    @Test func `each says what is done, in a word that is known, and by what it is seen`() throws {
        for item in try items() {
            #expect(
                ["met", "partly", "operator", "not applicable"].contains(item.disposition), "\(item.number)")
            #expect(item.how.count > 10 && item.how.hasSuffix("."), "\(item.number)")
            switch item.disposition {
            case "met", "partly": #expect(!item.tests.isEmpty, "\(item.number)")
            case "operator": #expect(item.tests.contains { $0.isDocument }, "\(item.number)")
            default: break
            }
        }
    }

    @Test func `nothing waits any more`() throws {
        #expect(try items().filter { $0.disposition == "pending" }.map(\.number) == [])
    }

    @Test func `each test that is named exists`() throws {
        let sources = try Self.sources()
        let absent = try items().flatMap { item in
            item.tests.filter { !$0.isDocument && !Self.holds($0, sources) }.map { "\(item.number) \($0)" }
        }
        #expect(absent == [])
    }

    @Test func `each document that is named has that part`() throws {
        let absent = try items().flatMap { item in
            try item.tests.filter { try $0.isDocument && !Self.headings(of: Self.text($0.place)).contains($0.name) }
                .map { "\(item.number) \($0)" }
        }
        #expect(absent == [])
    }

    @Test(arguments: [
        "SessionTests: each sign-in has a token of its own", "NoSuchTests: nothing", "nothing",
        "ASVSTests: each test that is named", "test_files.py: test_nothing",
        "route-without-policy.swift: refused: nothing of the kind",
    ])
    func `a test that is not there, or is named by half, is missed`(_ name: String) throws {
        let named = ASVSItem.Witness.all(in: name)
        #expect(named.count == 1)
        let sources = try Self.sources()
        #expect(!named.contains { Self.holds($0, sources) })
    }

    @Test func `cells and names are read as they are written`() {
        #expect(ASVSItem.rows(of: "a,\"b, \"\"c\"\"\n\",\r\n,é\n") == [["a", "b, \"c\"\n", ""], ["", "é"]])
        for broken in ["a\"b\"\n", "\"a\"b\n", "\"a\n", "a"] { #expect(ASVSItem.rows(of: broken) == nil) }
        let names = ASVSItem.Witness.all(in: "ATests: b; then c; test_d.py: test_e; docs/f.md: G: h")
        #expect(names.map(\.place) == ["ATests", "test_d.py", "docs/f.md"])
        #expect(names.map(\.name) == ["b; then c", "test_e", "G: h"])
    }

    /// The texts of the tests by the name of their file; some names stand in several folders. What each store must do stands
    /// beside the sources, for two rooms try it.
    private static func sources() throws -> [String: [String]] {
        let paths = try ["Tests", "Sources/EssaimTestSupport/Conformance"].flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
                .map { "\(folder)/\($0)" }
        }
        return try Dictionary(grouping: paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".py") }) {
            ($0 as NSString).lastPathComponent
        }.mapValues { try $0.map { try text($0) } }
    }

    /// A Swift suite's test by its sentence, a browser test by its function, a wall by what the compiler must say there.
    private static func holds(_ test: ASVSItem.Witness, _ sources: [String: [String]]) -> Bool {
        if test.place.hasSuffix(".py") {
            return sources[test.place, default: []].contains { $0.contains("\ndef \(test.name)(") }
        }
        if test.place.hasSuffix(".swift") {
            return sources[test.place, default: []].contains { $0.hasPrefix("// \(test.name)") }
        }
        return sources[test.place + ".swift", default: []].contains {
            $0.contains("func `\(test.name)`") || $0.contains("@Test(\"\(test.name)\"")
                || $0.contains("StoreConformance(\"\(test.name)\"")
        }
    }

    private static func headings(of text: String) -> Set<String> {
        Set(
            text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
                String(line.drop { $0 == "#" }.drop { $0 == " " })
            })
    }
}
