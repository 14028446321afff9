import EssaimDomain
import Yams

extension FileReader {
    /// The delays promised, by urgency: `7 j`, `48 h`, `24 h ouvrees`, `30 min`.
    mutating func targets(_ node: Node, of what: String) -> [Urgency: AnswerTarget] {
        var targets: [Urgency: AnswerTarget] = [:]
        for entry in entries(node, of: "\(what)\u{A0}: «\u{A0}delais\u{A0}»", known: nil) {
            guard let urgency = Words.urgencies.value(entry.key) else {
                fault(
                    "\(what)\u{A0}: l’urgence \(shown(entry.typed)) n’est pas connue\u{A0}; urgences connues\u{A0}: "
                        + "\(Words.urgencies.list).", at: entry.mark)
                continue
            }
            if targets[urgency] != nil {
                fault("\(what)\u{A0}: l’urgence \(shown(entry.typed)) est écrite deux fois.", at: entry.mark)
            }
            targets[urgency] = target(entry.value, for: urgency, of: what)
        }
        return targets
    }

    private mutating func target(_ node: Node, for urgency: Urgency, of what: String) -> AnswerTarget? {
        guard let text = text(node, of: "\(what)\u{A0}: un délai", atMost: 40) else { return nil }
        guard let delay = Delay(text) else {
            fault(
                "\(what)\u{A0}: le délai \(shown(text)) ne se lit pas\u{A0}; écrivez 7\u{A0}j, 48\u{A0}h ou 30\u{A0}min.",
                at: node.mark)
            return nil
        }
        guard (1...366 * 1440).contains(delay.minutes) else {
            fault("\(what)\u{A0}: le délai va d’une minute à un an.", at: node.mark)
            return nil
        }
        if delay.counting == .opening, urgency == .urgent {
            fault(
                "\(what)\u{A0}: l’urgence se compte en heures réelles, jour et nuit\u{A0}; enlevez «\u{A0}ouvrees\u{A0}».",
                at: node.mark)
            return nil
        }
        if delay.counting == .opening, delay.isInDays {
            fault(
                "\(what)\u{A0}: un délai d’ouverture se compte en heures\u{A0}; écrivez par exemple 20\u{A0}h ouvrees.",
                at: node.mark)
            return nil
        }
        return AnswerTarget(minutes: delay.minutes, counting: delay.counting)
    }
}

/// A delay as typed: a number, a unit, and whether only opening time counts.
struct Delay {
    let minutes: Int
    let counting: Counting
    let isInDays: Bool

    /// Reads `48 h`, `48h`, `7 jours`, `20 h ouvrées`.
    init?(_ text: String) {
        let typed = folded(text)
        let digits = typed.prefix { ("0"..."9").contains($0) }
        guard (1...6).contains(digits.count), let number = Int(digits) else { return nil }
        let words = typed.dropFirst(digits.count).split(whereSeparator: \.isWhitespace)
        guard let unit = words.first.flatMap({ Self.units[String($0)] }), words.count <= 2 else { return nil }
        if words.count == 2, !["ouvree", "ouvrees", "ouvre", "ouvres"].contains(words[1]) { return nil }
        minutes = number * unit
        counting = words.count == 2 ? .opening : .calendar
        isInDays = unit == 1440
    }

    private static let units = [
        "min": 1, "minute": 1, "minutes": 1, "h": 60, "heure": 60, "heures": 60, "j": 1440, "jour": 1440, "jours": 1440,
    ]

    /// As the file writes a target: the largest unit that says it whole, days from three on.
    static func text(_ target: AnswerTarget, for urgency: Urgency) -> String {
        let isOpening = urgency != .urgent && target.counting == .opening
        let (count, unit) =
            target.minutes % 1440 == 0 && target.minutes >= 3 * 1440 && !isOpening
            ? (target.minutes / 1440, "j")
            : target.minutes % 60 == 0 ? (target.minutes / 60, "h") : (target.minutes, "min")
        return "\(count) \(unit)\(isOpening ? " ouvrees" : "")"
    }
}
