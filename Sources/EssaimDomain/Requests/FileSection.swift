/// A part of a stored file: the clean file itself, or a smaller picture of it. A file's parts stand one after the other
/// under one name and one key.
public struct FileSection: Sendable, Equatable, Codable {
    public enum Role: String, Sendable, Codable, CaseIterable {
        /// Some 20 KB, at most 400 pixels a side.
        case thumbnail
        /// For a screen: at most 1,600 pixels a side.
        case screen
        /// The clean file, at full size.
        case full
    }

    public let role: Role
    /// From 1; 1 for an image and for the whole of a document.
    public let page: Int
    public let mediaType: String
    /// Pixels; 0 for what has none.
    public let width: Int
    public let height: Int
    /// Where its bytes begin in the stored file, and how many there are.
    public let offset: Int
    public let length: Int

    public init(
        role: Role, page: Int = 1, mediaType: String, width: Int, height: Int, offset: Int, length: Int
    ) {
        self.role = role
        self.page = page
        self.mediaType = mediaType
        self.width = width
        self.height = height
        self.offset = offset
        self.length = length
    }

    public var range: Range<Int> { offset..<offset + length }
}
