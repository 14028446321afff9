import EssaimDomain
import Yams

extension FileReader {
    static let guaranteeKeys = [
        "simple", "priorite", "urgent", "suivi", "precision", "lecture", "reception", "ligne", "telephone", "attente",
    ]

    /// What is done when nobody answers: steps such as `25 % relancer`, by urgency and by what is owed, and where it ends.
    /// - Parameter lines: the last parts of the ids of the network's lines.
    mutating func guarantee(
        _ node: Node, of what: String, in network: Identifier<Network>, lines: [String]
    ) -> GuaranteePlan {
        let what = "\(what)\u{A0}: «\u{A0}garantie\u{A0}»"
        let fields = entries(node, of: what, known: Self.guaranteeKeys)
        func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
        var answer: [Urgency: [GuaranteePlan.Step]] = [:]
        for urgency in Urgency.allCases {
            if let node = value(Words.urgencies.word(urgency)) { answer[urgency] = steps(node, of: what) }
        }
        var fallback = GuaranteePlan.Fallback()
        if let node = value("ligne"), let name = text(node, of: "\(what)\u{A0}: «\u{A0}ligne\u{A0}»") {
            if lines.contains(name) {
                fallback.offer = Identifier("\(network)/\(name)")
            } else {
                fault(
                    "\(what)\u{A0}: la ligne \(shown(name)) n’existe pas\u{A0}; lignes connues\u{A0}: "
                        + "\(listed(lines, none: "aucune")).", at: node.mark)
            }
        }
        fallback.phone = value("telephone").flatMap { phone($0) } ?? ""
        fallback.meanwhile =
            value("attente").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}attente\u{A0}»", atMost: 1000) } ?? ""
        let plan = GuaranteePlan(
            answer: answer,
            progress: value("suivi").map { steps($0, of: what) } ?? GuaranteePlan.standardProgress,
            information: value("precision").map { steps($0, of: what) } ?? GuaranteePlan.standardInformation,
            reading: value("lecture").map { steps($0, of: what) } ?? GuaranteePlan.standardReading,
            acknowledgement: value("reception").map { steps($0, of: what) } ?? GuaranteePlan.standardAcknowledgement,
            fallback: fallback)
        let kept = plan.stepsByKey
        for field in fields {
            guard let stands = kept[field.key] else { continue }
            for step in steps(field.value, of: nil) where !stands.contains(step) {
                fault(
                    "\(what)\u{A0}: \(shown(Words.acts.word(step.act))) n’a pas de sens dans "
                        + "«\u{A0}\(field.key)\u{A0}», ou il y a plus de \(GuaranteePlan.mostSteps)\u{A0}étapes.",
                    at: field.value.mark)
            }
        }
        return plan
    }

    /// - Parameter what: nil for those already read, whose faults were told.
    private mutating func steps(_ node: Node, of what: String?) -> [GuaranteePlan.Step] {
        let items = node.sequence.map { Array($0) } ?? [node]
        return items.compactMap { item in
            if let step = GuaranteePlan.Step(item) { return step }
            if let what {
                fault(
                    "\(what)\u{A0}: une étape ne se lit pas\u{A0}; écrivez par exemple «\u{A0}25 % relancer\u{A0}», "
                        + "de 1 à \(GuaranteePlan.mostShare)\u{A0}%\u{A0}; mots connus\u{A0}: \(Words.acts.list).",
                    at: item.mark)
            }
            return nil
        }
    }
}

extension GuaranteePlan {
    /// Under the keys of a file.
    var stepsByKey: [String: [Step]] {
        var steps = [
            "suivi": progress, "precision": information, "lecture": reading, "reception": acknowledgement,
        ]
        for urgency in Urgency.allCases { steps[Words.urgencies.word(urgency)] = answer[urgency] ?? [] }
        return steps
    }
}

extension GuaranteePlan.Step {
    /// `25 % relancer`, or a mapping `25 %: relancer`.
    fileprivate init?(_ node: Node) {
        let typed: (share: String, act: String)
        if let pair = node.mapping?.first, node.mapping?.count == 1, let key = pair.key.scalar,
            let value = pair.value.scalar
        {
            typed = (key.string.trimmed, value.string)
        } else if let text = node.scalar?.string.trimmed, let sign = text.firstIndex(of: "%") {
            typed = (String(text[...sign]), String(text[text.index(after: sign)...]))
        } else {
            return nil
        }
        let digits = typed.share.prefix { ("0"..."9").contains($0) }
        guard (1...4).contains(digits.count), let share = Int(digits), (1...GuaranteePlan.mostShare).contains(share),
            String(typed.share.dropFirst(digits.count)).trimmed == "%", let act = Words.acts.value(typed.act)
        else { return nil }
        self.init(share, act)
    }

    /// `25 % relancer`.
    var words: String { "\(share) % \(Words.acts.word(act))" }
}
