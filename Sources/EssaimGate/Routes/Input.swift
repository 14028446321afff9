/// What an endpoint is given of the outside: already parsed, bounded, and decoded. Nothing of HTTP is left in it.
public struct Input: Sendable {
    public var parameters: [String: String]
    public var query: FormFields
    public var form: FormFields
    public var files: [UploadedFile]
    /// The path as asked, without the query.
    public var path: String
    /// What a GET asked for, query included: where a sign-in leads back to.
    public var target: String
    public var isPost: Bool
    /// The endpoint takes files: their bytes are read only for someone signed in.
    public var isUpload: Bool
    /// The address that asks, as far as it is known; empty otherwise.
    public var client: String
    /// Saved by itself while someone types: answered without a page.
    public var isAutosave: Bool
    /// Loaded by a browser that guesses what will be opened: it is given nothing of anybody.
    public var isPrefetch: Bool
    /// A body that is neither a form nor files: another server's message.
    public var text: String

    public init(
        parameters: [String: String] = [:], query: FormFields = FormFields(), form: FormFields = FormFields(),
        files: [UploadedFile] = [], path: String = "/", target: String? = nil,
        isPost: Bool = false, isUpload: Bool = false, client: String = "", isAutosave: Bool = false,
        isPrefetch: Bool = false, text: String = ""
    ) {
        self.parameters = parameters
        self.query = query
        self.form = form
        self.files = files
        self.path = path
        self.target = target ?? path
        self.isPost = isPost
        self.isUpload = isUpload
        self.client = client
        self.isAutosave = isAutosave
        self.isPrefetch = isPrefetch
        self.text = text
    }

    /// A part of the path that the route names; empty when the route does not.
    public func parameter(_ name: String) -> String { parameters[name] ?? "" }
}

/// A file that a form carried, whole and within the limits of its endpoint.
public struct UploadedFile: Sendable {
    public let field: String
    public let name: String?
    public let bytes: [UInt8]

    public init(field: String, name: String?, bytes: [UInt8]) {
        self.field = field
        self.name = name
        self.bytes = bytes
    }
}
