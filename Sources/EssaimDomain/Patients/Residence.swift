/// The commune where a patient lives, for figures alone: it decides nothing and blocks nothing. Five characters, a postal
/// code or an INSEE code: which of the two, the name typed beside it tells, and is kept with the demand.
public struct Residence: Sendable, Equatable {
    /// `22300`, `2A004`.
    public let code: String

    /// Most characters that are kept of what is typed.
    public static let longest = 100

    /// `22300 Lannion`, `Lannion (22113)`, `2a004`; nil when exactly one code is not among the words.
    public init?(typed: String) {
        guard typed.utf8.count <= Self.longest * 4 else { return nil }
        let words = typed.uppercased().split { " \t\u{A0}\u{202F}(),;".contains($0) }
        let codes = words.compactMap { INSEECommune(rawValue: String($0)) }.filter { $0.departement != "00" }
        guard codes.count == 1, let code = codes.first else { return nil }
        self.code = code.rawValue
    }

    /// The département's code, the same in both.
    public static func departement(of code: String) -> String? { INSEECommune(rawValue: code)?.departement }
}

extension RequestContent {
    /// The patient's commune; nil when nothing was typed, or nothing that says a commune.
    public var commune: Residence? { residence.flatMap(Residence.init(typed:)) }
}
