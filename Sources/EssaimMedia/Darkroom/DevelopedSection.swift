import EssaimDomain
import EssaimFormats
import EssaimWorkflow

/// A section on its way from the darkroom. A picture for the screen is held back until it is whole and walked; the file
/// itself passes once its first bytes are what they should be.
struct DevelopedSection {
    private let part: DarkroomFrame.Part
    private let kind: ContentKind
    private let width: Int
    private let height: Int
    private let beginning: DevelopedPiece
    private var held: [UInt8] = []
    private var isPassing = false
    private var count = 0
    private let pictures: ImageLimits

    /// Bytes of a clean file: a TIFF or a photograph coded again may be longer than what was sent.
    private static let fullLimit = 160 << 20

    init(
        _ part: DarkroomFrame.Part, page: Int, _ kind: ContentKind, width: Int, height: Int
    ) throws(DarkroomFrameReader.Nonsense) {
        guard let mediaType = kind.mediaType else { throw .init() }
        (self.part, self.kind, self.width, self.height) = (part, kind, width, height)
        switch part {
        case .thumbnail: pictures = ImageLimits(bytes: 1 << 18, pixels: 400 * 400, side: 400)
        case .screen: pictures = ImageLimits(bytes: 8 << 20, pixels: 2000 * 2000, side: 2000)
        case .full: pictures = ImageLimits(bytes: Self.fullLimit)
        }
        let fits = (try? pictures.check(width, height)) != nil && (kind == .text) == (width * height == 0)
        guard fits, part == .full || kind == .jpeg else { throw .init() }
        let role: FileSection.Role =
            switch part {
            case .thumbnail: .thumbnail
            case .screen: .screen
            case .full: .full
            }
        beginning = .section(role, page: page, mediaType: mediaType, width: width, height: height)
    }

    mutating func take(_ bytes: [UInt8]) throws(DarkroomFrameReader.Nonsense) -> [DevelopedPiece] {
        count += bytes.count
        guard count <= pictures.bytes else { throw .init() }
        if isPassing { return [.bytes(bytes)] }
        held += bytes
        return part == .full && held.count >= 1024 ? try pass() : []
    }

    /// What was held back.
    mutating func end() throws(DarkroomFrameReader.Nonsense) -> [DevelopedPiece] {
        guard !isPassing else { return [] }
        guard part != .full else { return try pass() }
        // A picture made here holds no tag: stripping it changes nothing.
        guard let clean = try? MetadataStripper.strip(held), clean == held,
            let header = try? ImageSniffer.inspect(held, filename: nil), header.kind == .jpeg,
            header.width == width, header.height == height
        else { throw .init() }
        return [beginning] + Self.pieces(held)
    }

    private mutating func pass() throws(DarkroomFrameReader.Nonsense) -> [DevelopedPiece] {
        let seen = ContentKind(sniffing: held)
        guard seen == kind || (kind == .text && seen == nil && !held.isEmpty && !held.contains(0)) else {
            throw .init()
        }
        isPassing = true
        defer { held = [] }
        return [beginning] + Self.pieces(held)
    }

    private static func pieces(_ bytes: [UInt8]) -> [DevelopedPiece] {
        stride(from: 0, to: bytes.count, by: 1 << 16).map {
            .bytes(Array(bytes[$0..<min($0 + (1 << 16), bytes.count)]))
        }
    }
}
