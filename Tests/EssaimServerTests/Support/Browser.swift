import EssaimGate
import EssaimHTTP
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

/// What a browser does for a visitor: keeps the session's cookie, says where a form comes from, sends its hidden fields.
actor Browser {
    static let cookieName = "__Host-essaim"

    private let client: any TestClientProtocol
    /// The session's cookie, as the last answer set it.
    private(set) var token: String?
    /// What the session's forms carry, when it was opened by the test itself.
    let csrf: String
    private let watch: LeakWatch?

    /// - Parameter watch: told what is typed here and what cookies come, for the log to hold none of it.
    init(_ client: any TestClientProtocol, token: String? = nil, csrf: String = "", watch: LeakWatch? = nil) {
        self.client = client
        self.token = token
        self.csrf = csrf
        self.watch = watch
        watch?.add(token)
        watch?.add(csrf)
    }

    func get(_ path: String) async throws -> Page { try await send(.get, path) }

    func head(_ path: String) async throws -> Page { try await send(.head, path) }

    /// Posts as a page of ours would, with exactly these fields.
    func post(
        _ path: String, _ fields: [(String, String)] = [], headers: [String: String] = [:]
    ) async throws -> Page {
        watch?.add(fields)
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(.post, path, body: Array(body.utf8), headers: Self.ofOurs.merging(headers) { $1 })
    }

    /// Posts with the session's token and a key of its own: what the page of the act would send.
    func act(
        _ path: String, _ fields: [(String, String)] = [], key: String, version: Int? = nil
    ) async throws -> Page {
        var seal = [("_csrf", csrf), ("_cle", key)]
        if let version { seal.append(("_version", String(version))) }
        return try await post(path, seal + fields)
    }

    /// Sends a form of a page: its own fields, hidden ones included, over which `typed` is laid.
    func submit(_ form: PageForm, _ typed: [(String, String)] = []) async throws -> Page {
        try await post(form.action, form.filled(with: typed))
    }

    /// Sends a file by a form of a page.
    func upload(
        _ form: PageForm, _ bytes: [UInt8], named name: String, as field: String = "fichier"
    ) async throws -> Page {
        let multipart = MultipartBody(form.fields, file: field, named: name, bytes)
        return try await send(
            .post, form.action, body: multipart.bytes,
            headers: Self.ofOurs.merging(["Content-Type": multipart.contentType]) { $1 })
    }

    /// Sends a file, or a part of it, as the page's script does.
    /// - Parameter total: of the whole file; of these bytes when nil.
    func put(
        _ bytes: [UInt8], to path: String, at offset: Int = 0, total: Int? = nil, slot: String = "centered",
        named name: String = "photo.jpg", headers: [String: String] = [:]
    ) async throws -> Page {
        let said = [
            "Upload-Offset": String(offset), "Upload-Length": String(total ?? bytes.count), "X-Essaim-Token": csrf,
            "X-Essaim-Slot": slot, "X-Essaim-Name": Self.encoded(name), "Content-Type": "application/octet-stream",
        ]
        return try await send(
            .put, path, body: bytes, headers: Self.ofOurs.merging(said) { $1 }.merging(headers) { $1 })
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8]? = nil, headers: [String: String] = [:]
    ) async throws -> Page {
        var fields = HTTPFields()
        if let token { fields[.cookie] = "\(Self.cookieName)=\(token)" }
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let response = try await client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) })
        let page = Page(response)
        if let set = page.setCookie {
            token = set.isEmpty ? nil : set
            watch?.add(token)
        }
        return page
    }

    /// Takes another cookie, as a thief or a forgetful browser would.
    func carry(token: String?) { self.token = token }

    static let ofOurs = [
        "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin",
        "Origin": "http://localhost",
    ]

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(UnicodeScalar(byte))
            default: "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }
        }.joined()
    }
}
