extension ProtocolCheck {
    static func hold(
        id: String, version: String, title: String, _ guidance: ClinicalProtocol.Guidance
    ) throws(ProtocolFault) {
        guard isId(id) else { throw .badId(id) }
        guard !version.isEmpty, version.utf8.count <= 64 else { throw .tooLong("the version", limit: 64) }
        guard !title.isEmpty else { throw .noTitle }
        for lines in [guidance.testsFirst, guidance.banners] where lines.count > mostRules {
            throw .tooMany("lines in the header", limit: mostRules)
        }
        try hold(
            [title, guidance.whenToUse, guidance.author] + guidance.testsFirst + guidance.banners, of: "the header")
    }

    /// It names a field of a page and stands in an address.
    static func isId(_ id: String) -> Bool {
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    static func hold(_ texts: [String], of place: String) throws(ProtocolFault) {
        for text in texts where text.unicodeScalars.count > longestText {
            throw .tooLong(place, limit: longestText)
        }
    }
}

extension ClinicalProtocol.Item {
    /// Every text that a page shows of it.
    var texts: [String] {
        [label, help, unit, separator] + options.flatMap { [$0.code, $0.label] } + redFlags.map(\.message)
            + directions.flatMap { [$0.message, $0.phone, $0.line?.rawValue ?? ""] }
    }
}
