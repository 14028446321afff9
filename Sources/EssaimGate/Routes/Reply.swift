import EssaimWorkflow

/// What an endpoint answers.
public struct Reply: Sendable {
    /// How long a browser may keep it.
    public enum Caching: Sendable {
        /// Health data, or anything of a session: never.
        case never
        /// The same for whoever comes, and says nothing of anybody: some minutes.
        case briefly
        /// Named by its content: for ever.
        case forever
    }

    /// One message of a stream of server-sent events (HTML, §9.2).
    public struct Event: Sendable, Equatable {
        public let name: String
        /// One line.
        public let data: String

        public init(name: String, data: String) {
            self.name = name
            self.data = data
        }

        /// Says nothing but that someone is there.
        public static let comment = Event(name: "", data: "")

        public var bytes: [UInt8] {
            Array((name.isEmpty ? ":\n\n" : "event: \(name)\ndata: \(data)\n\n").utf8)
        }
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
    /// What the cookie becomes that binds a sign-in at another provider to this browser.
    public var departure: Cookie?
    /// Served as a file to be kept, under that name; shown in place when `isInline`.
    public var fileName: String?
    public var isInline: Bool
    public var retryAfterSeconds: Int?
    /// Of a 401 or 403 to a program: how to show who it is (RFC 9110, §11.6.1).
    public var challenge: String?
    /// The demand's version after an automatic save.
    public var version: Int?
    /// What follows the body for as long as it lasts.
    public var events: AsyncStream<Event>?
    /// A body that is read as it leaves, and its length when that is known.
    public var stream: ByteStream?
    public var length: Int?
    /// Of a 206: which bytes these are, of how many.
    public var part: (range: Range<Int>, total: Int)?
    /// How much of an upload stands.
    public var uploadOffset: Int?

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

    /// Server-sent events; a browser that loses them comes back after three seconds.
    public static func live(_ events: AsyncStream<Event>) -> Reply {
        var reply = Reply(contentType: "text/event-stream", body: Array("retry: 3000\n\n".utf8))
        reply.events = events
        return reply
    }

    /// 303: the page that shows what was done.
    public static func seeOther(_ location: String, cookie: Cookie? = nil) -> Reply {
        Reply(303, contentType: "text/plain; charset=utf-8", location: location, cookie: cookie)
    }
}
