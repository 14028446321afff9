/// What a part's header said. Everything here was written by the sender: the file name is to be cleaned before it is
/// shown or stored, the type to be checked against the bytes.
public struct MultipartPart: Sendable, Hashable {
    /// The field's name, never empty.
    public let name: String
    /// nil for a text field; `""` when a file field was left without a file. Browsers write `"` in it as `%22`.
    public let filename: String?
    /// The declared type, as sent.
    public let contentType: String?

    public init(name: String, filename: String? = nil, contentType: String? = nil) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }
}

/// How much of a multipart body is read. All in bytes but `parts`.
public struct MultipartLimits: Sendable {
    public var parts: Int
    /// All header lines of one part.
    public var headerBytes: Int
    public var nameBytes: Int
    public var filenameBytes: Int
    /// Content of a part without a file name.
    public var fieldBytes: Int
    /// Content of a part with one.
    public var fileBytes: Int

    public init(
        parts: Int = 100, headerBytes: Int = 4096, nameBytes: Int = 200, filenameBytes: Int = 1024,
        fieldBytes: Int = 1 << 20, fileBytes: Int = 52_428_800
    ) {
        self.parts = parts
        self.headerBytes = headerBytes
        self.nameBytes = nameBytes
        self.filenameBytes = filenameBytes
        self.fieldBytes = fieldBytes
        self.fileBytes = fileBytes
    }
}
