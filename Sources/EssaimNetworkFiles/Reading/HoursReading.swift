import EssaimDomain
import Yams

extension FileReader {
    /// When a line answers: `toujours`, or days and their hours, `lun-ven: 9h-12h30, 14h-18h`.
    mutating func hours(_ node: Node, of what: String) -> OpeningHours? {
        if let word = node.scalar?.string, folded(word) == "toujours" { return .always }
        let what = "\(what)\u{A0}: «\u{A0}horaires\u{A0}»"
        var weekly: [Weekday: [MinuteRange]] = [:]
        var opensOnHolidays = false
        var closedDays: Set<CivilDate> = []
        let entries = entries(node, of: what, known: nil)
        for entry in entries {
            switch folded(entry.key) {
            case "feries":
                opensOnHolidays = word(entry.value, of: "\(what)\u{A0}: «\u{A0}feries\u{A0}»", in: .holidays) ?? false
            case "fermetures":
                closedDays = closings(entry.value, of: what)
            default:
                guard let days = days(entry, of: what) else { continue }
                let ranges = ranges(entry.value, of: what)
                for day in days {
                    if weekly[day] != nil {
                        fault("\(what)\u{A0}: le \(day.french) est déjà donné plus haut.", at: entry.mark)
                    }
                    weekly[day] = ranges
                }
            }
        }
        if !entries.isEmpty, weekly.isEmpty {
            fault("\(what)\u{A0}: aucun jour d’ouverture.", at: node.mark)
        }
        return OpeningHours(weekly: weekly, opensOnHolidays: opensOnHolidays, closedDays: closedDays)
    }

    private mutating func days(_ entry: Entry, of what: String) -> [Weekday]? {
        if let days = Self.weekdays(named: entry.key) { return days }
        fault(
            "\(what)\u{A0}: \(shown(entry.typed)) n’est pas un jour\u{A0}; écrivez lun-ven, sam, feries ou fermetures.",
            at: entry.mark)
        return nil
    }

    /// `lun`, `lundi`, `lun-ven`, or several of them between commas.
    static func weekdays(named text: String) -> [Weekday]? {
        var days: [Weekday] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = folded(String(part)).split(separator: "-", omittingEmptySubsequences: false)
                .map { Words.days.value(String($0.trimmingBlanks.prefix(3))) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                isDay(part)
            else { return nil }
            days += Weekday.allCases.filter { first <= $0 && $0 <= last }
        }
        return days
    }

    /// The three letters, or the whole name.
    private static func isDay(_ part: Substring) -> Bool {
        folded(String(part)).split(separator: "-").allSatisfy { word in
            let word = word.trimmingBlanks
            return Words.days.value(word).map { _ in true } ?? Weekday.allCases.contains { $0.french == word }
        }
    }

    private mutating func ranges(_ node: Node, of what: String) -> [MinuteRange] {
        let texts = list(node, of: what).flatMap { item in
            item.text.split(separator: ",", omittingEmptySubsequences: false).map {
                (text: String($0), mark: item.mark)
            }
        }
        return texts.compactMap { text, mark in
            if let range = MinuteRange(rawValue: folded(text)) { return range }
            fault(
                "\(what)\u{A0}: \(shown(text.trimmed)) n’est pas un horaire\u{A0}; écrivez 9h-12h30, de 0h à 24h, le début "
                    + "avant la fin.", at: mark)
            return nil
        }
    }

    private mutating func closings(_ node: Node, of what: String) -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        for (typed, mark) in list(node, of: "\(what)\u{A0}: un jour de fermeture") {
            guard let day = CivilDate.parse(typed) else {
                fault("\(what)\u{A0}: \(shown(typed)) n’est pas une date\u{A0}; écrivez 2026-12-24.", at: mark)
                continue
            }
            days.insert(day)
        }
        return days
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String { String(self).trimmed }
}
