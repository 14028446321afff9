/// What an endpoint answers.
public struct Reply: Sendable {
    /// How long a browser may keep it.
    public enum Caching: Sendable {
        /// Health data, or anything of a session: never.
        case never
        /// Named by its content: for ever.
        case forever
    }

    /// What the session cookie becomes.
    public enum Cookie: Sendable {
        case set(token: String)
        case clear
    }

    public var status: Int
    public var contentType: String
    public var body: [UInt8]
    public var location: String?
    public var caching: Caching
    public var cookie: Cookie?
    /// Served as a file to be kept, under that name; shown in place when `isInline`.
    public var fileName: String?
    public var isInline: Bool
    public var retryAfterSeconds: Int?
    /// The demand's version after an automatic save.
    public var version: Int?

    public init(
        _ status: Int = 200, contentType: String = "text/html; charset=utf-8", body: [UInt8] = [],
        location: String? = nil,
        caching: Caching = .never, cookie: Cookie? = nil, fileName: String? = nil, isInline: Bool = true
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.location = location
        self.caching = caching
        self.cookie = cookie
        self.fileName = fileName
        self.isInline = isInline
    }

    /// 303: the page that shows what was done.
    public static func seeOther(_ location: String, cookie: Cookie? = nil) -> Reply {
        Reply(303, contentType: "text/plain; charset=utf-8", location: location, cookie: cookie)
    }
}
