import EssaimFormats

/// The few elements we look at, as `dcmdump` prints them: `(0028,0010) US 480    #   2, 1 Rows`.
struct DICOMHeader {
    static let tags = [
        "0008,0022", "0008,0032", "0008,0023", "0008,0033", "0028,0004", "0028,0008", "0028,0010", "0028,0011",
        "0028,1050",
    ]

    private var values: [String: String] = [:]

    /// The first of a repeated element counts: those inside sequences come later or are not asked for.
    init(_ dump: String) {
        for line in dump.split(separator: "\n") where line.hasPrefix("(") && line.utf8.count > 16 {
            let tag = String(line.dropFirst().prefix(9))
            guard Self.tags.contains(tag), values[tag] == nil else { continue }
            let rest = line.dropFirst(15)
            let value = rest.hasPrefix("[") ? rest.dropFirst().prefix { $0 != "]" } : rest.prefix { $0 != " " }
            values[tag] = String(value)
        }
    }

    var rows: Int { number("0028,0010") }
    var columns: Int { number("0028,0011") }
    /// 0 when the element is absent.
    var frames: Int { number("0028,0008") }
    var isGrey: Bool { values["0028,0004"]?.hasPrefix("MONOCHROME") ?? true }
    var hasWindow: Bool { values["0028,1050"]?.first?.isNumber ?? false || values["0028,1050"]?.first == "-" }

    /// AcquisitionDate and Time, else ContentDate and Time.
    var takenAt: CaptureDate? {
        date("0008,0022", "0008,0032") ?? date("0008,0023", "0008,0033")
    }

    private func date(_ day: String, _ time: String) -> CaptureDate? {
        guard let day = values[day], let time = values[time] else { return nil }
        return CaptureDate(dicomDate: day, time: time)
    }

    private func number(_ tag: String) -> Int { values[tag].flatMap { Int($0.prefix { $0 != " " }) } ?? 0 }
}
