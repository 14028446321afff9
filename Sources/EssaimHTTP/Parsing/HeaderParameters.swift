/// A header value with parameters, `form-data; name="photo"; filename="a.jpg"` (RFC 9110 §5.6.6, RFC 7578 §4.2).
/// Strict: one spelling of each thing, a repeated parameter is refused.
struct HeaderParameters: Equatable {
    /// The part before the first `;`, lower-cased.
    let value: String
    /// Parameter names lower-cased, values undecoded but for the quotes.
    private(set) var parameters: [String: String] = [:]

    /// nil when the bytes do not follow the grammar, hold a control character or are not UTF-8.
    ///
    /// In quotes, `\"` and `\\` are escapes and any other backslash stands for itself, because browsers of old sent
    /// whole Windows paths.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        var rest = bytes
        let head = rest.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        guard !head.isEmpty, head.allSatisfy({ Self.isToken($0) || $0 == UInt8(ascii: "/") }) else { return nil }
        value = String(decoding: head, as: UTF8.self).lowercased()
        rest = rest.dropFirst(head.count)
        while true {
            Self.skipSpaces(&rest)
            guard let separator = rest.popFirst() else { return }
            guard separator == UInt8(ascii: ";") else { return nil }
            Self.skipSpaces(&rest)
            if rest.isEmpty { return }
            let name = rest.prefix(while: Self.isToken)
            rest = rest.dropFirst(name.count)
            guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return nil }
            guard let raw = rest.first == UInt8(ascii: "\"") ? Self.quoted(&rest) : Self.token(&rest),
                let text = String(validating: raw, as: UTF8.self)
            else { return nil }
            let key = String(decoding: name, as: UTF8.self).lowercased()
            guard parameters.updateValue(text, forKey: key) == nil else { return nil }
        }
    }

    subscript(name: String) -> String? { parameters[name] }

    private static func skipSpaces(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop { $0 == UInt8(ascii: " ") }
    }

    private static func token(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        let token = rest.prefix(while: isToken)
        rest = rest.dropFirst(token.count)
        return token.isEmpty ? nil : Array(token)
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        var text: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                return text
            case UInt8(ascii: "\\"):
                if let next = rest.first, next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                    text.append(next)
                    rest.removeFirst()
                } else {
                    text.append(byte)
                }
            default:
                text.append(byte)
            }
        }
        return nil
    }

    /// tchar of RFC 9110 §5.6.2.
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default:
            "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
