/// What the darkroom's process writes on its standard output: a letter, the length of what follows in four bytes, most
/// significant first, and that.
public enum DarkroomFrame: Sendable, Equatable {
    /// A part begins. Its bytes follow.
    case section(Part, page: Int, ContentKind, width: Int, height: Int)
    case bytes([UInt8])
    /// All is made.
    case developed(ContentKind, width: Int, height: Int, pages: Int, capturedAt: String?)
    case refused(MediaFault)

    public enum Part: String, Sendable, CaseIterable {
        case thumbnail, screen, full
    }

    /// The longest frame: a piece of a section.
    public static let limit = 1 << 18

    public var encoded: [UInt8] {
        switch self {
        case .section(let part, let page, let kind, let width, let height):
            Self.frame("S", Array("\(part.rawValue) \(page) \(kind.rawValue) \(width) \(height)".utf8))
        case .bytes(let bytes): Self.frame("B", bytes)
        case .developed(let kind, let width, let height, let pages, let date):
            Self.frame("E", Array("\(kind.rawValue) \(width) \(height) \(pages) \(date ?? "-")".utf8))
        case .refused(let fault): Self.frame("R", Array(fault.wire.utf8))
        }
    }

    private static func frame(_ letter: Unicode.Scalar, _ payload: [UInt8]) -> [UInt8] {
        [UInt8(ascii: letter)] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: payload.count >> $0) } + payload
    }

    /// nil for what is no frame of ours: the other side is not trusted.
    init?(letter: UInt8, payload: [UInt8]) {
        if letter == UInt8(ascii: "B") {
            guard !payload.isEmpty else { return nil }
            self = .bytes(payload)
            return
        }
        guard payload.count <= 128, payload.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
        let text = String(decoding: payload, as: UTF8.self)
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch Unicode.Scalar(letter) {
        case "S":
            guard words.count == 5, let part = Part(rawValue: words[0]), let page = Self.number(words[1]),
                let kind = ContentKind(rawValue: words[2]), let width = Self.number(words[3]),
                let height = Self.number(words[4])
            else { return nil }
            self = .section(part, page: page, kind, width: width, height: height)
        case "E":
            guard words.count == 5, let kind = ContentKind(rawValue: words[0]), let width = Self.number(words[1]),
                let height = Self.number(words[2]), let pages = Self.number(words[3])
            else { return nil }
            self = .developed(
                kind, width: width, height: height, pages: pages, capturedAt: words[4] == "-" ? nil : words[4])
        case "R":
            guard let fault = MediaFault(wire: text) else { return nil }
            self = .refused(fault)
        default: return nil
        }
    }

    private static func number(_ word: String) -> Int? {
        guard word.utf8.count <= 6, let number = Int(word), number >= 0 else { return nil }
        return number
    }
}

/// Frames out of bytes that come in any pieces.
public struct DarkroomFrameReader: Sendable {
    private var rest: [UInt8] = []

    public init() {}

    /// True when what came ends with a whole frame.
    public var isAtEdge: Bool { rest.isEmpty }

    /// What is no frame: the other side is out of its senses, and is to be stopped.
    public struct Nonsense: Error, Equatable {
        public init() {}
    }

    /// The frames that are whole with these bytes.
    public mutating func take(_ bytes: [UInt8]) throws(Nonsense) -> [DarkroomFrame] {
        rest += bytes
        var frames: [DarkroomFrame] = []
        var start = 0
        while rest.count - start >= 5 {
            let length = rest[start + 1..<start + 5].reduce(0) { $0 << 8 | Int($1) }
            guard length <= DarkroomFrame.limit else { throw Nonsense() }
            guard rest.count - start - 5 >= length else { break }
            guard let frame = DarkroomFrame(letter: rest[start], payload: Array(rest[start + 5..<start + 5 + length]))
            else { throw Nonsense() }
            frames.append(frame)
            start += 5 + length
        }
        rest.removeFirst(start)
        return frames
    }
}
