import Foundation

/// A text for a person in a header (subject, name): as it is when short and plain, else in encoded words (RFC 2047).
struct HeaderText {
    /// What follows `Name: `, folded, without the last line ending.
    let encoded: String

    /// Whole characters of at most this many bytes make words of 64 columns, so that `Subject: ` fits too (RFC 2047 §2:
    /// a word 75, a line 76).
    private static let longestWord = 39

    /// - Parameter text: one line, 1,000 bytes at most; a control character or another line ending is `badAddress`.
    init(_ text: String) throws(OutgoingFault) {
        guard text.utf8.count <= 1000, text.unicodeScalars.allSatisfy(Self.isPrintable) else { throw .badAddress }
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        if isPlain, text.utf8.count <= 60, !text.contains("=?"), !text.hasPrefix(" "), !text.hasSuffix(" ") {
            encoded = text
        } else {
            encoded = Self.words(text).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }
                .joined(separator: "\r\n ")
        }
    }

    /// A name before an address: quoted when plain (RFC 5322 §3.2.4), else in encoded words.
    var asPhrase: String {
        if encoded.hasPrefix("=?") { return encoded }
        let quoted = encoded.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(quoted)\""
    }

    /// A scalar is never cut between two words (RFC 2047 §5).
    private static func words(_ text: String) -> [String] {
        var words = [""]
        for scalar in text.unicodeScalars {
            let size = UTF8.width(scalar)
            if words[words.count - 1].utf8.count + size > longestWord { words.append("") }
            words[words.count - 1].unicodeScalars.append(scalar)
        }
        return words
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
