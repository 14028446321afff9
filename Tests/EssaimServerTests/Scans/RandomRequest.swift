import EssaimGate
import EssaimTestSupport

/// One request of a visitor who sends what no page of ours makes: a route of the site, with its address, its fields, its
/// headers and its cookies drawn from a seed.
struct RandomRequest: Sendable {
    let method: Endpoint.Method
    let path: String
    let body: [UInt8]?
    let headers: [String: String]

    /// What comes where a value is expected.
    static let odd = [
        "", " ", "0", "-1", "9223372036854775808", "nobody", "southern", "é😀\u{202E}", "\u{0301}", "a b", "2026-02-30",
        "<b onclick=x>", "' OR 1=1 --", "${7*7}{{7*7}}", "javascript:alert(1)", "//evil.example", "../../etc/passwd",
        "%00", "a\0b", "a\r\nX: y", "true", "urgent", "dermatology north", String(repeating: "9", count: 400),
        String(repeating: "é", count: 3_000), "%", "%zz", "\u{FEFF}", "[]", "null",
    ]

    /// What comes as a session.
    private static let cookies = [
        "__Host-essaim=", "__Host-essaim=x", "__Host-essaim=a; __Host-essaim=b", "__Host-essaim=\"a\"; x", ";;=;",
        "__Host-essaim-depart=x", "essaim=" + String(repeating: "A", count: 5_000),
    ]

    private static let types = [
        "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=x", "", "a/b; c",
        "application/x-www-form-urlencoded; charset=utf-16",
    ]

    private static let headers = [
        "Range": ["bytes=0-", "bytes=9-1", "bytes=-0", "bytes=0-1,3-4", "x"],
        "Upload-Offset": ["-1", "x", "99999999999999999999", ""], "Upload-Length": ["-1", "0", "9223372036854775807"],
        "Accept": ["*/*;q=x", ""], "If-None-Match": ["*", "\""], "Last-Event-ID": ["-1", "x", "9223372036854775808"],
        "X-Essaim-Name": ["%00", "%", "a/../b"], "X-Forwarded-For": ["x", "127.0.0.1"],
        "Sec-Fetch-Site": ["cross-site"],
        "Origin": ["null", "https://evil.example"], "Content-Length": ["0"],
    ]

    /// - Parameters:
    ///   - fields: what a page's form to this route sends, when a page has one.
    ///   - filled: the route's address on something that is there.
    init(
        _ endpoint: Endpoint, filled: String, fields: [(String, String)], csrf: String,
        using random: inout SeededGenerator
    ) {
        func chance(_ times: UInt64) -> Bool { random.next() % times == 0 }
        func any<T>(_ values: [T]) -> T { values[Int(random.next() % UInt64(values.count))] }
        method = endpoint.method
        var path = !chance(4) ? filled : Self.bent(endpoint.path) { any(Self.odd) }
        if chance(3) {
            let names = ["vue", "apres", "fait", "q", "page", "nom", "mois", "ligne", any(Self.odd)]
            let pairs = (0...random.next() % 4).map { _ in
                let name = any(names)
                return chance(16) ? any(Self.odd) : "\(Browser.encoded(name))=\(Browser.encoded(any(Self.odd)))"
            }
            // Each is given twice now and then.
            path += "?" + Self.plain((chance(3) ? pairs + pairs : pairs).joined(separator: "&"))
        }
        self.path = path
        var headers = chance(16) ? [:] : Browser.ofOurs
        if chance(20) { headers["Cookie"] = any(Self.cookies) }
        for (name, values) in Self.headers.sorted(by: { $0.key < $1.key }) where chance(40) {
            headers[name] = any(values)
        }
        var body: [UInt8]?
        if endpoint.method != .get {
            var sent = fields.map { ($0.0, chance(8) ? any(Self.odd) : $0.1) }
            if !chance(16) { sent = sent.filter { $0.0 != "_csrf" } + [("_csrf", csrf)] }
            if sent.allSatisfy({ $0.0 != "_cle" }) { sent.append(("_cle", "k\(random.next())")) }
            if chance(6), let again = sent.randomElement(using: &random) { sent.append((again.0, any(Self.odd))) }
            if chance(10) { sent.append((any(Self.odd), any(Self.odd))) }
            switch random.next() % 16 {
            case 0:
                headers["Content-Type"] = any(Self.types)
                body = Array(sent.map { "\($0.0)=\($0.1)" }.joined(separator: "&").utf8)
            case 1:
                let multipart = MultipartBody(
                    sent.map { (name: $0.0, value: $0.1) }, file: "fichier", named: any(Self.odd), SamplePhoto.jpeg)
                headers["Content-Type"] = multipart.contentType
                // Cut somewhere, now and then.
                body = chance(3) ? Array(multipart.bytes.prefix(Int(random.next() % 400))) : multipart.bytes
            case 2: body = (0..<random.next() % 200).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            default:
                body = Array(
                    sent.map { "\(Browser.encoded($0.0))=\(Browser.encoded($0.1))" }.joined(separator: "&").utf8)
            }
            if endpoint.method == .put { headers["X-Essaim-Token"] = csrf }
        }
        self.body = body
        self.headers = headers
    }

    /// The route's address with anything for its parameters.
    private static func bent(_ path: String, _ draw: () -> String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix("{") || part == "**" ? Browser.encoded(draw()) : String(part)
        }.joined(separator: "/")
    }

    /// What stands in a request line: no blank and no line end.
    private static func plain(_ text: String) -> String {
        String(
            text.unicodeScalars.filter { $0.isASCII && $0.value > 0x20 && $0.value != 0x7F && $0 != "#" }.map(
                Character.init))
    }
}
