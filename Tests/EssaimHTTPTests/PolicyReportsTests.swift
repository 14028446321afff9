import Foundation
import Testing

@testable import EssaimHTTP

/// What a browser says of our content policy, and what of it is written.
struct PolicyReportsTests {
    private typealias Violation = PolicyReports.Violation

    private func read(_ text: String) -> [Violation]? { PolicyReports.read(Data(text.utf8)) }

    @Test func `both shapes are read, and of each the directive, the first part of our path and a kind`() {
        let old = """
            {"csp-report": {"document-uri": "https://essaim.exemple.fr/demandes/01J/repondre?x=Le+Goff", "referrer": "",
             "effective-directive": "script-src-elem", "blocked-uri": "https://mal.exemple.fr/vole.js?patient=1"}}
            """
        #expect(read(old) == [Violation(directive: "script-src-elem", page: "/demandes", source: "https")])
        let new = """
            [{"type": "csp-violation", "age": 1, "url": "https://essaim.exemple.fr/patients/42",
              "body": {"documentURL": "https://essaim.exemple.fr/patients/42", "effectiveDirective": "style-src-attr",
               "blockedURL": "inline", "sample": "le nom du patient"}},
             {"type": "deprecation", "body": {"id": "x"}}, {"type": "csp-violation"}]
            """
        #expect(read(new) == [Violation(directive: "style-src-attr", page: "/patients", source: "inline")])
    }

    @Test(arguments: [
        "", "{", "7", "null", "\"csp-report\"", "{}", #"{"csp-report": 7}"#, #"{"csp-report": []}"#, #"[7, "a"]"#,
        "[[]]",
    ])
    func `what is no report is none`(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: [
        "Anne Le Goff", "a\nerror forged", "\u{1B}[31m", "é", String(repeating: "a", count: 31),
        "1 85 05 78 006 084 36",
    ])
    func `nothing that a stranger writes comes into a line`(_ text: String) throws {
        let report = [
            "csp-report": ["document-uri": "https://x/\(text)/y", "effective-directive": text, "blocked-uri": text]
        ]
        let bytes = try JSONEncoder().encode(report)
        let violation = try #require(PolicyReports.read(bytes)?.first)
        #expect(violation.directive == "(other)" && violation.source == "(other)")
        #expect(violation.page == "/(other)" || violation.page == "/")
    }
}
