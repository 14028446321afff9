import EssaimDomain
import EssaimFormats
import EssaimWorkflow

/// What comes back from the darkroom is not believed: the order of the sections, their sizes, their kinds and their
/// first bytes are checked as if a stranger had sent them.
struct DevelopmentCheck {
    private let kind: ContentKind
    private let isForPrint: Bool
    private var open: DevelopedSection?
    private var screens = 0
    private var isFullMade = false
    private var last: (kind: ContentKind, width: Int, height: Int)?
    private(set) var outcome: Result<DevelopedFile, FileRefusal>?

    static let pageLimit = 40

    /// - Parameters:
    ///   - kind: of the file as sent.
    ///   - isForPrint: one JPEG is to be made, and nothing else.
    init(_ kind: ContentKind, isForPrint: Bool) {
        self.kind = kind
        self.isForPrint = isForPrint
    }

    /// What may be handed on because of this frame.
    /// - Throws: `Nonsense` for what cannot be.
    mutating func take(
        _ frame: DarkroomFrame
    ) throws(DarkroomFrameReader.Nonsense) -> [DevelopedPiece] {
        guard outcome == nil else { throw .init() }
        switch frame {
        case .refused(let fault):
            outcome = .failure(FileRefusal(message: fault.message))
            return []
        case .section(let part, let page, let made, let width, let height):
            let pieces = try close()
            try expect(part, page, made, width, height)
            open = try DevelopedSection(part, page: page, made, width: width, height: height)
            return pieces
        case .bytes(let bytes):
            guard open != nil else { throw .init() }
            return try open?.take(bytes) ?? []
        case .developed(let made, let width, let height, let pages, let date):
            let pieces = try close()
            guard isFullMade, let last, last == (made, width, height), pages == max(screens, 1) else { throw .init() }
            outcome = .success(
                DevelopedFile(
                    mediaType: made.mediaType ?? "", width: width, height: height, pages: pages,
                    capturedAt: date.flatMap(CaptureDate.init(text:))?.text))
            return pieces
        }
    }

    private mutating func close() throws(DarkroomFrameReader.Nonsense) -> [DevelopedPiece] {
        defer { open = nil }
        return try open?.end() ?? []
    }

    /// A thumbnail, then screens from page 1, then the file; a text has the file only.
    private mutating func expect(
        _ part: DarkroomFrame.Part, _ page: Int, _ made: ContentKind, _ width: Int, _ height: Int
    ) throws(DarkroomFrameReader.Nonsense) {
        let isExpected: Bool
        switch part {
        case .screen where isForPrint:
            isExpected = !isFullMade && page == 1
            isFullMade = true
            last = (made, width, height)
        case .thumbnail:
            isExpected = !isForPrint && kind != .text && screens == 0 && !isFullMade && page == 1 && last == nil
            last = (made, width, height)
        case .screen:
            screens += 1
            isExpected = kind != .text && last != nil && !isFullMade && page == screens && screens <= Self.pageLimit
        case .full:
            isExpected =
                !isForPrint && !isFullMade && page == 1 && Self.made(of: kind).contains(made)
                && (kind == .text) == (screens == 0)
                && (kind == .pdf || screens <= 1)
            isFullMade = true
            last = (made, width, height)
        }
        guard isExpected else { throw .init() }
    }

    /// What a file of a kind becomes.
    private static func made(of kind: ContentKind) -> Set<ContentKind> {
        switch kind {
        case .jpeg, .heic: [.jpeg]
        case .png: [.png]
        case .webp, .tiff: [.jpeg, .png]
        case .pdf, .dicom, .text: [kind]
        default: []
        }
    }
}
