/// What an index is asked: each group must be there, by one of its terms. Words of `SearchWords` and marks: letters, digits
/// and `_` only, so that no engine's own signs can stand in them.
public struct SearchTerms: Sendable {
    public private(set) var groups: [[String]] = []

    public init() {}

    /// Adds what must be there; what is not made of letters, digits and `_` is left out.
    public mutating func require(anyOf texts: [String]) {
        groups.append(
            texts.filter { text in
                !text.isEmpty && text.utf8.allSatisfy { $0 == 0x5F || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }
            })
    }

    /// A group without any term: nothing can be found.
    public var isImpossible: Bool { groups.contains(where: \.isEmpty) }
}

/// A demand in the index: the later it was sent, the higher it stands.
public struct SearchHit: Sendable {
    public let request: String
    public let position: Int64

    public init(_ row: any SQLRow) throws {
        var c = Columns(row)
        request = try c.text()
        position = Int64(try c.integer())
    }
}
