import EssaimDomain
import EssaimWorkflow

/// Where sealed files stand for good: a folder, or object storage. It sees sealed bytes only and holds no key.
///
/// Every call may be made by several tasks at once. A name is used for one file only, ever: files are placed and removed,
/// never changed. Faults: `.absent`, `.full`, `.durabilityLost`, `.away` (the storage behind does not answer; to be tried
/// again), `.failed` for anything else. A task that is cancelled gets `.away` at the soonest, or the call's own outcome.
public protocol Shelf: Sendable {
    /// Puts a whole file under its name. On return it survives a power cut and every reader sees it; when it throws, either
    /// nothing or the whole file stands there, never a part.
    ///
    /// The same bytes may be placed again under the same name: an answer that was lost.
    /// - Parameter staged: absolute path of a regular file, whole and synced. The shelf may move it away or leave it; what
    ///   is left is removed by the caller.
    /// - Throws: `.full`, `.durabilityLost`, `.away`, `.failed`.
    func place(_ staged: String, as name: AttachmentName) async throws(VaultFault)

    /// Sealed bytes of a file, counted from 0. A range that reaches past the end is cut there, one that begins past it is
    /// empty; otherwise every byte asked for is given. Ranges are some hundreds of thousands of bytes at most.
    /// - Throws: `.absent`, `.away`, `.failed`.
    func read(_ name: AttachmentName, _ range: Range<Int>) async throws(VaultFault) -> [UInt8]

    /// The sealed bytes of a file, how many there are.
    /// - Throws: `.absent`, `.away`, `.failed`.
    func size(_ name: AttachmentName) async throws(VaultFault) -> Int

    /// Removes a file for good: on return it is gone, after a power cut as well.
    /// - Returns: false when there was none.
    /// - Throws: `.durabilityLost`, `.away`, `.failed`.
    @discardableResult
    func remove(_ name: AttachmentName) async throws(VaultFault) -> Bool

    /// Files in ascending order of name, byte by byte.
    /// - Parameters:
    ///   - previous: the name that the last page ended with; nil to begin.
    ///   - limit: most files of this page, at least 1.
    /// - Returns: a page with at least one file, or the last one.
    /// - Throws: `.away`, `.failed`.
    func names(after previous: AttachmentName?, limit: Int) async throws(VaultFault) -> ShelfPage
}

/// A part of what stands on a shelf.
public struct ShelfPage: Sendable, Equatable {
    /// In ascending order of name.
    public let files: [ShelvedFile]
    /// What was met between these files and is not one of ours, by its name or its place; each is met in one page only.
    public let strangers: Int
    /// Nothing follows.
    public let isLast: Bool

    public init(files: [ShelvedFile], strangers: Int, isLast: Bool) {
        self.files = files
        self.strangers = strangers
        self.isLast = isLast
    }
}

public struct ShelvedFile: Sendable, Equatable {
    public let name: AttachmentName
    /// When it was placed, by the shelf's clock, to the second or better.
    public let modified: Instant

    public init(name: AttachmentName, modified: Instant) {
        self.name = name
        self.modified = modified
    }
}
