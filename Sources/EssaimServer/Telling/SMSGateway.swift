import EssaimDomain
import EssaimOutbound

/// Any gateway that sends an SMS for an HTTP call: where, how, and with which words. `{to}`, `{text}` and `{secret}` stand
/// in its address and body for the number, the message and the operator's key; `{secret}` in its headers too.
public struct SMSGateway: Sendable {
    /// The setting that cannot be used.
    public enum Fault: String, Error, Sendable { case url, method, headers, body, format }

    enum Format: String { case json, form }

    private let url: String
    private let method: OutgoingCall.Method
    private let headers: [(String, String)]
    private let body: String
    private let format: Format
    private let secret: String

    /// - Parameters:
    ///   - method: `post` unless told otherwise; `put`, `get`.
    ///   - headers: `Name: value`, separated by `|`.
    ///   - body: a template; empty for a `get`.
    ///   - format: how values are written in the body: `json`, unless told otherwise, or `form`.
    init(url: String, method: String, headers: String, body: String, format: String, secret: String) throws(Fault) {
        let isHere = ["http://localhost", "http://127.0.0.1", "http://[::1]"].contains { start in
            url.hasPrefix(start) && [nil, ":", "/", "?"].contains(url.dropFirst(start.count).first)
        }
        guard url.hasPrefix("https://") || isHere, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .url }
        guard let method = OutgoingCall.Method(rawValue: method.isEmpty ? "POST" : method.uppercased()) else {
            throw .method
        }
        guard let format = Format(rawValue: format.isEmpty ? "json" : format) else { throw .format }
        let template = method == .get ? url : url + body
        guard template.contains("{to}"), template.contains("{text}") else { throw .body }
        var read: [(String, String)] = []
        for line in headers.split(separator: "|") {
            guard let colon = line.firstIndex(of: ":") else { throw .headers }
            read.append((String(line[..<colon]).trimmed, String(line[line.index(after: colon)...]).trimmed))
        }
        if method != .get, !read.contains(where: { $0.0.lowercased() == "content-type" }) {
            let type = format == .json ? "application/json" : "application/x-www-form-urlencoded"
            read.append(("Content-Type", type))
        }
        self.url = url
        self.method = method
        self.headers = read
        self.body = body
        self.format = format
        self.secret = secret
    }

    func call(to number: String, _ text: String) -> OutgoingCall {
        let values = ["to": number, "text": text, "secret": secret]
        let written = format == .json ? values.mapValues(Self.inJSON) : values.mapValues(Self.percentEncoded)
        return OutgoingCall(
            method, Self.filled(url, values.mapValues(Self.percentEncoded)),
            headers: headers.map { ($0.0, Self.filled($0.1, ["secret": secret])) },
            body: method == .get ? [] : Array(Self.filled(body, written).utf8), timeout: .seconds(20),
            answerLimit: 64 << 10, addresses: .configured)
    }

    /// In one pass: what a value holds is never taken for a place.
    private static func filled(_ template: String, _ values: [String: String]) -> String {
        var out = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            out += rest[..<open]
            rest = rest[open...]
            guard let name = values.keys.first(where: { rest.hasPrefix("{\($0)}") }) else {
                out += "{"
                rest = rest.dropFirst()
                continue
            }
            out += values[name] ?? ""
            rest = rest.dropFirst(name.count + 2)
        }
        return out + rest
    }

    /// Inside a JSON string (RFC 8259 §7).
    private static func inJSON(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func percentEncoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
