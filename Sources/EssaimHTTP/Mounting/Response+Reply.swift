import EssaimGate
import EssaimWorkflow
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// The session's cookie: bound to this host, unseen by scripts, not sent along by other sites' forms.
enum SessionCookie {
    static let name = "__Host-essaim"

    static func header(_ cookie: Reply.Cookie) -> String {
        switch cookie {
        case .set(let token): "\(name)=\(token); Path=/; Secure; HttpOnly; SameSite=Lax"
        case .clear: "\(name)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"
        }
    }
}

/// Binds a sign-in at another provider to the browser that began it: without it, what comes back opens nothing here. Lax: the
/// provider's page leads back by an address.
enum DepartureCookie {
    static let name = "__Host-essaim-depart"

    static func header(_ cookie: Reply.Cookie) -> String {
        switch cookie {
        case .set(let token): "\(name)=\(token); Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=900"
        case .clear: "\(name)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"
        }
    }
}

extension Response {
    /// - Parameter request: what is answered; a stream of events ends when its sender goes away.
    init(_ reply: Reply, to request: Request? = nil, at origin: PublicOrigin) {
        var headers = HTTPFields()
        headers[.contentType] = reply.contentType
        headers[.cacheControl] =
            switch reply.caching {
            case .never: "no-store"
            case .briefly: "public, max-age=300"
            case .forever: "public, max-age=31536000, immutable"
            }
        // A proxy would keep events until it has a page full of them (nginx, proxy_buffering).
        if reply.events != nil, let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        if let location = reply.location { headers[.location] = location }
        let cookies = [
            reply.cookie.map { SessionCookie.header($0) }, reply.departure.map { DepartureCookie.header($0) },
        ].compactMap(\.self)
        if !cookies.isEmpty { headers[values: .setCookie] = cookies }
        // What a page kept in the browser for this session goes with it (ASVS 5.0, 14.3.1).
        if case .clear = reply.cookie, let name = HTTPField.Name("Clear-Site-Data") { headers[name] = "\"storage\"" }
        if let seconds = reply.retryAfterSeconds { headers[.retryAfter] = String(seconds) }
        if let challenge = reply.challenge { headers[.wwwAuthenticate] = challenge }
        if let version = reply.version { headers[.version] = String(version) }
        if let offset = reply.uploadOffset { headers[.uploadOffset] = String(offset) }
        if reply.length != nil { headers[.acceptRanges] = "bytes" }
        if let part = reply.part {
            headers[.contentRange] = "bytes \(part.range.lowerBound)-\(part.range.upperBound - 1)/\(part.total)"
        }
        if let name = reply.fileName {
            headers[.contentDisposition] = Disposition(name, isInline: reply.isInline).text
        }
        SecurityHeaders.add(to: &headers, isPage: reply.contentType.hasPrefix("text/html"), at: origin)
        self.init(
            status: HTTPResponse.Status(code: reply.status), headers: headers,
            body: Self.body(of: reply, to: request))
    }

    private static func body(of reply: Reply, to request: Request?) -> ResponseBody {
        if let stream = reply.stream {
            return ResponseBody(contentLength: reply.length) { writer in
                for try await piece in stream { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            }
        }
        let first = ByteBuffer(bytes: reply.body)
        guard let events = reply.events, let request else { return ResponseBody(byteBuffer: first) }
        return ResponseBody { writer in
            try await writer.write(first)
            try? await request.body.consumeWithCancellationOnInboundClose { _ in
                for await event in events.cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(bytes: event.bytes))
                }
            }
            try await writer.finish(nil)
        }
    }
}

/// What every answer says to the browser. Pages load only what this server serves; everything else is opened in a sandbox
/// where nothing runs.
enum SecurityHeaders {
    private static func page(_ origin: PublicOrigin) -> String {
        """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; \
        form-action \((["'self'"] + origin.leadsTo).joined(separator: " ")); base-uri 'none'; frame-ancestors 'none'; object-src 'none'; \
        report-to \(PolicyReports.group); report-uri \(PolicyReports.path)
        """
    }
    private static let other = "default-src 'none'; sandbox; frame-ancestors 'none'"

    static func add(to headers: inout HTTPFields, isPage: Bool, at origin: PublicOrigin) {
        headers[.contentSecurityPolicy] = isPage ? page(origin) : other
        if isPage { set("Reporting-Endpoints", "\(PolicyReports.group)=\"\(PolicyReports.path)\"", &headers) }
        headers[.xContentTypeOptions] = "nosniff"
        set("Referrer-Policy", "no-referrer", &headers)
        set("Cross-Origin-Opener-Policy", "same-origin", &headers)
        set("Cross-Origin-Resource-Policy", "same-origin", &headers)
        set("X-Frame-Options", "DENY", &headers)
        set("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()", &headers)
        if origin.isHTTPS { headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains" }
    }

    private static func set(_ name: String, _ value: String, _ headers: inout HTTPFields) {
        if let name = HTTPField.Name(name) { headers[name] = value }
    }
}
