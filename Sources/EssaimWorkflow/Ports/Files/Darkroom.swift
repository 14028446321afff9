import EssaimDomain

/// Where files are looked into: decoded, cleaned of every tag, made small, in a process apart that holds no key and reaches
/// no network. Whatever happens there is an answer, never a fault of the server.
public protocol Darkroom: Sendable {
    /// Develops a file as it was sent.
    /// - Parameters:
    ///   - name: the sender's; its ending must agree with the content.
    ///   - byteCount: of the whole file.
    ///   - taking: what is made, in order: for each section its beginning, then its bytes. Everything made before a refusal
    ///     is to be thrown away.
    /// - Returns: what the file is; or why it is not taken, in words for who sent it.
    func develop(
        _ source: ByteStream, named name: String?, byteCount: Int,
        taking: @Sendable (DevelopedPiece) async throws -> Void
    ) async throws -> Result<DevelopedFile, FileRefusal>
    /// A kept image at print resolution: JPEG, sRGB, upright, at most 2,000 pixels a side.
    func print(_ source: ByteStream, byteCount: Int) async throws -> Result<[UInt8], FileRefusal>
}

public enum DevelopedPiece: Sendable, Equatable {
    /// - Parameter page: from 1.
    case section(FileSection.Role, page: Int, mediaType: String, width: Int, height: Int)
    case bytes([UInt8])
}

/// What a developed file is.
public struct DevelopedFile: Sendable, Equatable {
    /// Of the clean file: `image/jpeg`, `image/png`, `application/pdf`, `application/dicom`, `text/plain; charset=utf-8`.
    public let mediaType: String
    /// Pixels of the clean image, upright; of the first page as shown; 0 for a text.
    public let width: Int
    public let height: Int
    public let pages: Int
    /// Local time of the camera, `2026-11-22T10:14:03`, with its offset when the camera wrote one.
    public let capturedAt: String?

    public init(mediaType: String, width: Int, height: Int, pages: Int, capturedAt: String?) {
        self.mediaType = mediaType
        self.width = width
        self.height = height
        self.pages = pages
        self.capturedAt = capturedAt
    }
}

/// What is wrong with a file, in words for who sent it: what happened, why, what to do.
public struct FileRefusal: Error, Sendable, Equatable {
    public let message: String
    public init(message: String) { self.message = message }
}

/// Looks for known harmful content.
public protocol VirusScanner: Sendable {
    func scan(_ source: ByteStream) async -> ScanOutcome
}

public enum ScanOutcome: Sendable, Equatable {
    case clean
    /// With the scanner's name for it, for the technical log.
    case infected(String)
    /// The scanner did not answer: the file waits, shown to nobody.
    case away
}
