/// Reading a path back: only what ``TilePath/text`` writes is one, so that a tile has one address.
extension TilePath {
    /// The path that reads so; nil for leading zeros, a width of 0 or 256, a number beyond an `Int`, a level beyond 63,
    /// and anything else that ``text`` does not write.
    public init?(_ text: String) {
        // The longest path has seven groups; nothing longer is looked at.
        guard text.utf8.count <= 64 else { return nil }
        var parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
        guard let folder = parts.popFirst(), folder.elementsEqual("tile".utf8),
            let kind = parts.popFirst().flatMap(Self.kind),
            let width = Self.takeWidth(&parts),
            let number = Self.number(parts)
        else { return nil }
        self.init(kind, number: number, width: width)
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    private static func kind(_ part: Substring.UTF8View) -> Kind? {
        if part.elementsEqual("entries".utf8) { return .entries }
        guard let level = CanonicalDecimal.number(part), level <= 63 else { return nil }
        return .hashes(level: level)
    }

    /// Takes `.p/<W>` off the end: the width, 256 if there is none, nil if it is wrong.
    private static func takeWidth(_ parts: inout ArraySlice<Substring.UTF8View>) -> Int? {
        guard parts.count >= 2, let group = parts.dropLast().last, group.suffix(2).elementsEqual(".p".utf8) else {
            return TreeSize.tileWidth
        }
        guard let width = parts.popLast().flatMap({ CanonicalDecimal.number($0) }),
            (1..<TreeSize.tileWidth).contains(width)
        else { return nil }
        parts[parts.endIndex - 1] = group.dropLast(2)
        return width
    }

    /// The number that the groups make; nil if one is not three digits, or their number passes an `Int`.
    private static func number(_ parts: ArraySlice<Substring.UTF8View>) -> Int? {
        guard !parts.isEmpty else { return nil }
        var number = 0
        for part in parts {
            let digits = part.first == UInt8(ascii: "x") ? part.dropFirst() : part
            guard digits.count == 3, let group = Int(String(Substring(digits))), group >= 0,
                case (let shifted, let over) = number.multipliedReportingOverflow(by: 1000), !over,
                case (let sum, let carried) = shifted.addingReportingOverflow(group), !carried
            else { return nil }
            number = sum
        }
        return number
    }
}
