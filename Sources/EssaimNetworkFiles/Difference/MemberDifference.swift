import EssaimDomain

extension NetworkDifference {
    /// Someone before and after; nil where they do not stand.
    public struct MemberStep: Sendable {
        public let old: DeclaredMember?
        public let new: DeclaredMember?
        /// Demands that go back to their team, for they answer there no more.
        public let returned: Int

        public init(old: DeclaredMember?, new: DeclaredMember?, returned: Int = 0) {
            self.old = old
            self.new = new
            self.returned = returned
        }
    }

    public static func lines(members steps: [MemberStep]) -> [String] {
        let isFirst = !steps.contains { $0.old != nil }
        return steps.flatMap { step -> [String] in
            let back = step.returned == 0 ? "" : "\u{A0}; demandes rendues à l’équipe\u{A0}: \(step.returned)"
            switch (step.old, step.new) {
            case (let old?, let new?):
                let lines = changed("modifié\u{A0}: membre \(shown(new.name))", old.facts, new.facts)
                return lines.isEmpty ? [] : lines.dropLast() + [lines[lines.count - 1] + back]
            case (nil, let new?):
                let said = new.facts.filter { !$0.value.isEmpty && $0.name != "nom" }
                let rest = said.map { "\($0.name) \($0.value)" }.joined(separator: "\u{A0}; ")
                return ["ajouté\u{A0}: membre \(shown(new.name))" + (isFirst ? "" : "\u{A0}: \(rest)")]
            case (let old?, nil): return ["retiré\u{A0}: membre \(shown(old.name))\(back)"]
            case (nil, nil): return []
            }
        }
    }

    public static func lines(duties old: [DeclaredDuty], _ new: [DeclaredDuty]) -> [String] {
        let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.map(\.id))
        return new.flatMap { duty -> [String] in
            let name = shown(duty.id.lastPart)
            if let former = before[duty.id] {
                return changed("modifiée\u{A0}: permanence \(name)", former.facts, duty.facts)
            }
            let said = duty.facts.filter { !$0.value.isEmpty }.map { "\($0.name) \($0.value)" }
            return ["ajoutée\u{A0}: permanence \(name)\u{A0}: \(said.joined(separator: "\u{A0}; "))"]
        }
            + old.filter { !kept.contains($0.id) }.map { "retirée\u{A0}: permanence \(shown($0.id.lastPart))" }
    }
}

extension DeclaredMember {
    var facts: [Fact] {
        let teams = pools.sorted { $0.key < $1.key }.map { "\($0.key.lastPart) \(Words.grades.word($0.value))" }
        let sign =
            switch sign {
            case .rpps(let number): "RPPS \(number.rawValue)"
            case .login(let login): login
            }
        return [
            Fact("nom", name), Fact("identifiant", sign), Fact("profession", Words.professions.word(profession)),
            Fact("spécialité", specialty ?? ""), Fact("courriel", mail?.rawValue ?? ""),
            Fact("rôles", roleWords.joined(separator: ", ")), Fact("équipes", teams.joined(separator: ", ")),
            Fact("partenaires", partners.sorted().map(\.lastPart).joined(separator: ", ")),
            Fact("surspécialités", subSpecialties.sorted().map(\.lastPart).joined(separator: ", ")),
        ]
    }
}

extension DeclaredDuty {
    var facts: [Fact] {
        let post =
            switch post {
            case .pool(let pool): "équipe \(pool.lastPart)"
            case .line(let line): "ligne \(line.lastPart)"
            }
        return [
            Fact("poste", post), Fact("qui", member),
            Fact("jours", pattern.weekdays.sorted().map(Words.days.word).joined(separator: ", ")),
            Fact("heures", time.words), Fact("semaines", pattern.everyWeeks == 1 ? "" : "\(pattern.everyWeeks)"),
            Fact("du", pattern.first.description), Fact("au", pattern.last?.description ?? ""),
            Fact("fériés", pattern.onHolidays == .dropped ? "" : Words.onHolidays.word(pattern.onHolidays)),
        ]
    }
}
