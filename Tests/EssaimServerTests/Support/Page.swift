import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

/// An answer, as who asked sees it.
struct Page: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        bytes = Array(response.body.readableBytesView)
    }

    /// The body as text, character references left as they are.
    var source: String { String(decoding: bytes, as: UTF8.self) }

    /// What is read on the page: tags away, references resolved, no-break spaces as plain ones, words singly spaced.
    var text: String {
        var text = ""
        var isTag = false
        for character in source {
            switch character {
            case "<": isTag = true
            case ">":
                isTag = false
                text.append(" ")
            default: if !isTag { text.append(character) }
            }
        }
        let plain = HTMLText.resolved(text)
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    var location: String? { headers[.location] }

    /// The session cookie that the answer sets: empty when it clears it, nil when it says nothing of it.
    var setCookie: String? {
        let start = Browser.cookieName + "="
        guard let line = headers[.setCookie], line.hasPrefix(start) else { return nil }
        return line.dropFirst(start.count).split(separator: ";", omittingEmptySubsequences: false).first.map(
            String.init)
    }

    var forms: [PageForm] { PageForm.all(in: source) }

    /// The form that is posted there.
    func form(to action: String) throws -> PageForm {
        guard let form = forms.first(where: { $0.action == action }) else {
            throw Missing(what: "form to \(action)", status: status, text: String(text.prefix(600)))
        }
        return form
    }

    /// The part of an address after a mark, up to the next delimiter: `id(after: "/demandes/")`.
    func id(after mark: String) throws -> String {
        guard let location, let range = location.firstRange(of: mark) else {
            throw Missing(what: "location \(mark)", status: status, text: String(text.prefix(600)))
        }
        return String(location[range.upperBound...].prefix { !"/?#".contains($0) })
    }

    /// What a test needed and the page does not have.
    struct Missing: Error, CustomStringConvertible {
        let what: String
        let status: Int
        let text: String
        var description: String { "no \(what) on a page \(status): \(text)" }
    }
}

/// Character references that our pages write.
enum HTMLText {
    static func resolved(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

extension String {
    /// With spaces where French binds by one that does not break.
    var plainlySpaced: String { replacing("\u{A0}", with: " ") }
}
