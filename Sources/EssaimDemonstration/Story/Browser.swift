import Foundation
import FoundationNetworking

/// A browser without script, for one person: their cookies, one request at a time, redirections followed by hand so that
/// each is seen.
actor Browser {
    private let base: URL
    private let wire = Wire()
    private let session: URLSession
    private var cookies: [String: String] = [:]

    init(_ base: URL) {
        self.base = base
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.timeoutIntervalForRequest = 20
        session = URLSession(configuration: configuration, delegate: wire, delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    func get(_ path: String) async throws -> WebPage { try await send("GET", path, nil, []) }

    /// Sends a form as filled; what comes back is not followed.
    func post(_ form: PageForm.Filled) async throws -> WebPage {
        let body = form.fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        return try await send("POST", form.action, "application/x-www-form-urlencoded", Array(body.utf8))
    }

    /// Sends a form with a file.
    func post(_ form: PageForm.Filled, file: [UInt8], as field: String, named name: String) async throws -> WebPage {
        let boundary = "essaim-\(UUID().uuidString)"
        var body: [UInt8] = []
        for (key, value) in form.fields {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            """
            --\(boundary)\r
            Content-Disposition: form-data; name="\(field)"; filename="\(name)"\r
            Content-Type: image/jpeg\r
            \r\n
            """.utf8)
        body += file + Array("\r\n--\(boundary)--\r\n".utf8)
        return try await send("POST", form.action, "multipart/form-data; boundary=\(boundary)", body)
    }

    /// Sends a form that must be accepted, then shows where it leads.
    func submit(_ form: PageForm.Filled) async throws -> WebPage { try await follow(try await post(form)) }

    /// The page to which a 303 leads.
    func follow(_ page: WebPage) async throws -> WebPage {
        guard page.status == 303, let location = page.location else {
            throw StoryFailure("l’envoi accepté (303)", page.summary)
        }
        return try await get(location)
    }

    private func send(_ method: String, _ path: String, _ type: String?, _ body: [UInt8]) async throws -> WebPage {
        guard let url = URL(string: path, relativeTo: base)?.absoluteURL else {
            throw StoryFailure("une adresse", path)
        }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.setValue(type, forHTTPHeaderField: "Content-Type")
        request.setValue("text/html,application/pdf", forHTTPHeaderField: "Accept")
        if method == "POST" {
            request.httpBody = Data(body)
            request.setValue(Self.origin(of: base), forHTTPHeaderField: "Origin")
        }
        if !cookies.isEmpty {
            request.setValue(cookies.map { "\($0)=\($1)" }.joined(separator: "; "), forHTTPHeaderField: "Cookie")
        }
        let (response, bytes) = try await wire.answer(to: session.dataTask(with: request))
        keepCookies(of: response, from: url)
        return WebPage(
            path: path, status: response.statusCode, location: response.value(forHTTPHeaderField: "Location"),
            contentType: response.value(forHTTPHeaderField: "Content-Type") ?? "", body: bytes)
    }

    private func keepCookies(of response: HTTPURLResponse, from url: URL) {
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields {
            if let name = name as? String, let value = value as? String { headers[name] = value }
        }
        for cookie in HTTPCookie.cookies(withResponseHeaderFields: headers, for: url) {
            let isOver = cookie.value.isEmpty || cookie.expiresDate.map { $0 < Date() } == true
            cookies[cookie.name] = isOver ? nil : cookie.value
        }
    }

    private static func origin(of url: URL) -> String {
        let port = url.port.map { ":\($0)" } ?? ""
        return "\(url.scheme ?? "http")://\(url.host() ?? "")\(port)"
    }

    /// `application/x-www-form-urlencoded`: unreserved characters stay, line ends are CR LF.
    private static func encoded(_ text: String) -> String {
        let lines = text.replacingOccurrences(of: "\n", with: "\r\n")
        let kept = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        return lines.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
    }
}
