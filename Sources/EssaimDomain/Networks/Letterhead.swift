/// What stands at the head of a network's reports.
public struct Letterhead: Sendable, Equatable, Codable {
    /// Name, address, telephone, one a line; none: the network's name alone.
    public var lines: [String]
    /// A picture, as PNG bytes; empty for none.
    public var logo: [UInt8]

    public static let mostLines = 6
    public static let mostLogoBytes = 64 << 10

    public init(lines: [String] = [], logo: [UInt8] = []) {
        self.lines = lines
        self.logo = logo
    }

    public var isEmpty: Bool { lines.isEmpty && logo.isEmpty }
}
