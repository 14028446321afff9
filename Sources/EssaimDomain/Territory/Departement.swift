/// A département: where its borders run and which region it belongs to.
public struct Departement: Hashable, Sendable {
    /// `22`, `2A`, `974`.
    public let code: String
    public let name: String
    public let region: Region
    /// Nil when no file draws it.
    public let outline: Outline?

    public init(code: String, name: String, region: Region, outline: Outline? = nil) {
        self.code = code
        self.name = name
        self.region = region
        self.outline = outline
    }

    /// Whether a text has the form of a département's code, or of an overseas collectivity's: 01 to 95 without 20, Corsica's
    /// two, and those of three digits (INSEE).
    public static func isCode(_ text: String) -> Bool {
        if text == "2A" || text == "2B" { return true }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { return false }
        return switch text.utf8.count {
        case 2: (1...95).contains(number) && number != 20
        case 3: (971...978).contains(number) || (986...988).contains(number)
        default: false
        }
    }
}

public struct Region: Hashable, Sendable {
    /// INSEE's, two digits: `53`.
    public let code: String
    public let name: String

    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}
