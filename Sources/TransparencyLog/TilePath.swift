/// Where a log serves a part of itself: `tile/<L>/<N>[.p/<W>]` for hashes, `tile/entries/<N>[.p/<W>]` for entries.
///
/// `<N>` stands in groups of three digits, all but the last with an `x` before: tile 1,234,067 is `x001/x234/067`.
/// Source: c2sp.org/tlog-tiles.
public struct TilePath: Sendable, Hashable {
    /// What is served there.
    public enum Kind: Sendable, Hashable {
        /// Hashes of a level, 0 to 63.
        case hashes(level: Int)
        /// Entries themselves, each with its length.
        case entries
    }

    /// Hashes of a level, or entries.
    public let kind: Kind
    /// Which tile of the level, from 0.
    public let number: Int
    /// How many hashes or entries it holds: 256 if it is full.
    public let width: Int

    /// A path. The caller sees to it that the level is 0 to 63, the number is not negative and the width is 1 to 256.
    public init(_ kind: Kind, number: Int, width: Int = TreeSize.tileWidth) {
        if case .hashes(let level) = kind { precondition((0...63).contains(level), "A tile's level is 0 to 63") }
        precondition(number >= 0, "A tile's number is not negative")
        precondition((1...TreeSize.tileWidth).contains(width), "A tile's width is 1 to 256")
        self.kind = kind
        self.number = number
        self.width = width
    }

    /// The path as a relative URL.
    public var text: String {
        let folder =
            switch kind {
            case .hashes(let level): "tile/\(level)/"
            case .entries: "tile/entries/"
            }
        return folder + Self.groups(number) + (width == TreeSize.tileWidth ? "" : ".p/\(width)")
    }

    /// The number in groups of three digits, all but the last with an `x` before.
    private static func groups(_ number: Int) -> String {
        let last = digits(number % 1000)
        return number < 1000 ? last : leading(number / 1000) + last
    }

    /// The groups before the last, each with its `x` and its `/`.
    private static func leading(_ number: Int) -> String {
        (number < 1000 ? "" : leading(number / 1000)) + "x" + digits(number % 1000) + "/"
    }

    private static func digits(_ group: Int) -> String {
        let digits = String(group)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }
}
