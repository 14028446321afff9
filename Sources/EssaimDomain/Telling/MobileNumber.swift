/// A mobile number in France or its overseas territories, as gateways want it: `+33612345678`.
public struct MobileNumber: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    /// Territories and how their mobile numbers begin after the country's code (ARCEP's numbering plan).
    private static let plans: [(country: String, starts: [String], length: Int)] = [
        ("33", ["6", "7"], 9), ("262", ["692", "693", "639"], 9), ("590", ["690", "691"], 9), ("594", ["694"], 9),
        ("596", ["696", "697"], 9), ("508", ["40", "41", "42", "43", "55"], 6), ("687", ["7", "8", "9"], 6),
        ("689", ["87", "89"], 8),
    ]

    /// `+`, the country's code and the rest, in digits alone; a mobile number.
    public init?(rawValue text: String) {
        guard text.hasPrefix("+"), text.utf8.count <= 16, text.utf8.dropFirst().allSatisfy({ 0x30...0x39 ~= $0 })
        else { return nil }
        let digits = text.dropFirst()
        let isMobile = Self.plans.contains { plan in
            let rest = digits.dropFirst(plan.country.count)
            return digits.hasPrefix(plan.country) && rest.count == plan.length
                && plan.starts.contains { rest.hasPrefix($0) }
        }
        guard isMobile else { return nil }
        rawValue = text
    }

    /// Reads what people type: `06 12 34 56 78`, `+33 (0)6 12 34 56 78`, `0033 6…`, `0692 …`. Nil for what is no mobile
    /// number.
    public static func parse(_ typed: String) -> Self? {
        guard typed.utf8.count <= 60 else { return nil }
        var digits = ""
        for scalar in typed.replacing("(0)", with: "").unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where digits.isEmpty: digits = "+"
            case ".", "-", "/", "\u{2010}", "\u{2011}": continue
            default: guard scalar.properties.isWhitespace, scalar != "\n", scalar != "\r" else { return nil }
            }
        }
        if digits.hasPrefix("00") { return Self(rawValue: "+" + digits.dropFirst(2)) }
        guard digits.hasPrefix("0"), digits.utf8.count == 10 else { return Self(rawValue: digits) }
        let rest = digits.dropFirst()
        let overseas = plans.dropFirst().first { plan in
            plan.length == 9 && plan.starts.contains { rest.hasPrefix($0) }
        }
        return Self(rawValue: "+\(overseas?.country ?? "33")\(rest)")
    }

    /// Enough to know it by: `+33 … 78`.
    public var veiled: String { "\(rawValue.prefix(3))\u{A0}…\u{A0}\(rawValue.suffix(2))" }
}
