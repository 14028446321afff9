import EssaimDomain
import Yams

extension FileReader {
    static let dutyKeys = ["equipe", "ligne", "qui", "jours", "heures", "semaines", "du", "au", "feries"]

    mutating func duties(
        _ node: Node, in network: Identifier<Network>, _ pools: [Identifier<Pool>], _ lines: [Identifier<Offer>]
    ) -> [DeclaredDuty] {
        let entries = self.entries(node, of: "«\u{A0}permanences\u{A0}»", known: nil)
        if entries.count > Rota.mostDuties {
            fault("«\u{A0}permanences\u{A0}»\u{A0}: au plus \(Rota.mostDuties).", at: node.mark)
        }
        return entries.prefix(Rota.mostDuties).compactMap { entry in
            let what = "la permanence \(shown(entry.typed))"
            let id = slug(entry.key, of: what, at: entry.mark).map { Identifier<Duty>("\(network)/\($0)") }
            let fields = self.entries(entry.value, of: what, known: Self.dutyKeys)
            need(["qui", "jours", "heures", "du"], in: fields, of: what, at: entry.mark)
            let post = self.post(fields, of: what, at: entry.mark, pools, lines)
            func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
            let who = value("qui").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}qui\u{A0}»") }
            let time = value("heures").flatMap { dutyTime($0, of: what) }
            let pattern = self.pattern(fields, of: what, at: entry.mark)
            guard let id, let post, let who, let time, let pattern else { return nil }
            notePlace(of: id, at: value("qui")?.mark)
            return DeclaredDuty(id: id, post: post, member: who, time: time, pattern: pattern)
        }
    }

    private mutating func post(
        _ fields: [Entry], of what: String, at mark: Mark?, _ pools: [Identifier<Pool>], _ lines: [Identifier<Offer>]
    ) -> DutyPost? {
        let given = fields.filter { ["equipe", "ligne"].contains($0.key) }
        guard given.count == 1, let field = given.first else {
            fault("\(what)\u{A0}: il faut «\u{A0}equipe\u{A0}» ou «\u{A0}ligne\u{A0}», l’un des deux.", at: mark)
            return nil
        }
        guard let name = text(field.value, of: "\(what)\u{A0}: «\u{A0}\(field.key)\u{A0}»") else { return nil }
        let isPool = field.key == "equipe"
        if isPool, let pool = pools.first(where: { $0.lastPart == name }) { return .pool(pool) }
        if !isPool, let line = lines.first(where: { $0.lastPart == name }) { return .line(line) }
        let known = isPool ? pools.map(\.lastPart) : lines.map(\.lastPart)
        fault(
            "\(what)\u{A0}: l\(isPool ? "’équipe" : "a ligne") \(shown(name)) n’existe pas\u{A0}; connues\u{A0}: "
                + "\(listed(known, none: "aucune")).", at: field.value.mark)
        return nil
    }

    private mutating func dutyTime(_ node: Node, of what: String) -> DutyTime? {
        guard let typed = text(node, of: "\(what)\u{A0}: «\u{A0}heures\u{A0}»", atMost: 60) else { return nil }
        if let time = Words.times.value(typed) ?? DutyHours(rawValue: folded(typed)).map(DutyTime.hours) { return time }
        fault(
            "\(what)\u{A0}: \(shown(typed)) n’est pas un horaire\u{A0}; écrivez matin, apres-midi, journee ou 20h-8h.",
            at: node.mark)
        return nil
    }

    private mutating func pattern(_ fields: [Entry], of what: String, at mark: Mark?) -> DutyPattern? {
        func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
        let days = value("jours").map { weekdays($0, of: what) } ?? []
        let first = value("du").flatMap { day($0, of: what) }
        let last = value("au").flatMap { day($0, of: what) }
        let holidays = value("feries").flatMap { word($0, of: "\(what)\u{A0}: «\u{A0}feries\u{A0}»", in: .onHolidays) }
        var weeks = 1
        if let node = value("semaines") {
            let typed = text(node, of: "\(what)\u{A0}: «\u{A0}semaines\u{A0}»", atMost: 10)
            weeks = typed.flatMap(plainCount) ?? 0
            if !DutyPattern.intervals.contains(weeks) {
                fault("\(what)\u{A0}: «\u{A0}semaines\u{A0}» va de 1 à 52.", at: node.mark)
                return nil
            }
        }
        guard let first, !days.isEmpty, value("au") == nil || last != nil else { return nil }
        guard
            let pattern = DutyPattern(
                weekdays: days, everyWeeks: weeks, from: first, through: last, onHolidays: holidays ?? .dropped)
        else {
            fault("\(what)\u{A0}: le dernier jour vient avant le premier.", at: value("au")?.mark)
            return nil
        }
        if !pattern.everComes {
            fault("\(what)\u{A0}: aucun de ses jours ne vient entre le premier et le dernier.", at: mark)
        }
        return pattern
    }

    private mutating func weekdays(_ node: Node, of what: String) -> Set<Weekday> {
        var found: Set<Weekday> = []
        for (typed, mark) in list(node, of: "\(what)\u{A0}: un jour") {
            guard let days = Self.weekdays(named: typed) else {
                fault("\(what)\u{A0}: \(shown(typed)) n’est pas un jour\u{A0}; écrivez lun-ven ou sam.", at: mark)
                continue
            }
            found.formUnion(days)
        }
        return found
    }

    private mutating func day(_ node: Node, of what: String) -> CivilDate? {
        guard let typed = text(node, of: "\(what)\u{A0}: un jour", atMost: 30) else { return nil }
        if let day = CivilDate.parse(typed) { return day }
        fault("\(what)\u{A0}: \(shown(typed)) n’est pas une date\u{A0}; écrivez 2026-12-24.", at: node.mark)
        return nil
    }
}
