import EssaimWorkflow

/// What an endpoint is given of the outside: already parsed, bounded, and decoded. Nothing of HTTP is left in it.
public struct Input: Sendable {
    public var parameters: [String: String]
    public var query: FormFields
    public var form: FormFields
    /// The file of a multipart form, which nobody has read yet.
    public var file: IncomingFile?
    /// A body that is the file itself, which nobody has read yet.
    public var body: IncomingBody?
    /// The part of a file that is asked for; nil for all of it.
    public var range: ByteRange?
    /// The path as asked, without the query.
    public var path: String
    /// What a GET asked for, query included: where a sign-in leads back to.
    public var target: String
    public var isPost: Bool
    /// The endpoint takes files: their bytes are read only for someone signed in.
    public var isUpload: Bool
    /// The address that asks, as far as it is known; empty otherwise.
    public var client: String
    /// The browser and its system, in a few known words; empty otherwise.
    public var device: String
    /// What this browser bears since it left for another provider.
    public var departure: String?
    /// Saved by itself while someone types: answered without a page.
    public var isAutosave: Bool
    /// Loaded by a browser that guesses what will be opened: it is given nothing of anybody.
    public var isPrefetch: Bool
    /// A body that is neither a form nor files: another server's message.
    public var text: String

    public init(
        parameters: [String: String] = [:], query: FormFields = FormFields(), form: FormFields = FormFields(),
        path: String = "/", target: String? = nil,
        isPost: Bool = false, isUpload: Bool = false, client: String = "", device: String = "",
        isAutosave: Bool = false,
        isPrefetch: Bool = false, text: String = ""
    ) {
        self.parameters = parameters
        self.query = query
        self.form = form
        self.path = path
        self.target = target ?? path
        self.isPost = isPost
        self.isUpload = isUpload
        self.client = client
        self.device = device
        self.isAutosave = isAutosave
        self.isPrefetch = isPrefetch
        self.text = text
    }

    /// Who asks, as far as it is known.
    var knock: AccountDesk.Knock { AccountDesk.Knock(from: client, by: device) }

    /// A part of the path that the route names; empty when the route does not.
    public func parameter(_ name: String) -> String { parameters[name] ?? "" }
}

/// A file that a form carries: read as it comes, within the limit of its endpoint. The fields that stand before it in the
/// form are known; what stands after it is not.
public struct IncomingFile: Sendable {
    public let field: String
    public let name: String?
    public let bytes: ByteStream

    public init(field: String, name: String?, bytes: ByteStream) {
        self.field = field
        self.name = name
        self.bytes = bytes
    }
}

/// A file that comes as the body itself, or a part of one, from where it stopped.
public struct IncomingBody: Sendable {
    public let name: String?
    /// Where these bytes go; `total` is the whole file's length. Both as said by the sender, neither negative.
    public let offset: Int
    public let total: Int
    public let bytes: ByteStream

    public init(name: String?, offset: Int, total: Int, bytes: ByteStream) {
        self.name = name
        self.offset = offset
        self.total = total
        self.bytes = bytes
    }
}

/// What a reader asks of a file (RFC 9110 §14.1.2): one range of bytes.
public enum ByteRange: Sendable, Equatable {
    case from(Int)
    case between(Int, Int)
    case last(Int)

    /// Within a file of that length; nil when nothing of it is asked.
    public func range(of length: Int) -> Range<Int>? {
        switch self {
        case .from(let start): start < length ? start..<length : nil
        case .between(let start, let end): start < length && start <= end ? start..<min(end + 1, length) : nil
        case .last(let count): count > 0 && length > 0 ? max(0, length - count)..<length : nil
        }
    }
}
