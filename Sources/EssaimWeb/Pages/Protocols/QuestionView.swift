import EssaimDomain
import HTML

/// One question of a form. What does not bear on its type is left empty.
struct QuestionView: PageView {
    let model: QuestionModel
    let frame: PageFrame

    init(_ model: QuestionModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        let title = model.known == nil ? "Nouvelle question" : "Modifier la question"
        return Layout(frame: frame, title: title, width: .narrow, page: "question").document {
            p(.class("eyebrow")) { a(.href(model.back.text)) { model.formTitle } }
            h1 { title }
            if model.isStale { NoticeView(model: Self.stale).markup }
            FaultSummary(faults: model.faults).markup
            form(.method(.post), .action(model.path.text), .class("stack"), .data("once"), .novalidate()) {
                SealFields(seal: model.seal).markup
                asked
                rules("Quand elle se voit", QuestionField.conditions, model.conditions, Self.conditionHelp)
                rules("Réponses qui arrêtent", QuestionField.flags, model.flags, Self.flagHelp)
                rules("Réponses qui mènent ailleurs", QuestionField.doors, model.doors, Self.doorHelp)
                button(.type(button: .submit), .class("button primary")) { "Enregistrer la question" }
            }
        }
    }

    private var asked: Markup {
        section(.class("part")) {
            h2 { "Question" }
            line(QuestionField.label, "Texte de la question", model.label, isRequired: true)
            SelectList(
                field: Field(name: QuestionField.kind, label: "Type de réponse"),
                options: KindName.allCases.map { .init(value: $0.rawValue, label: $0.word) }, chosen: model.kind
            ).markup
            TextArea(
                field: Field(
                    name: QuestionField.options, label: "Réponses à choisir",
                    help: "Une par ligne, pour un choix. Devant, un code facultatif\u{A0}: code = réponse.",
                    error: fault(QuestionField.options)), value: model.options, limit: 8000, rowCount: 5
            ).markup
            line(QuestionField.help, "Aide", model.help, "Une phrase, sous la question.")
            Tick(
                field: Field(name: QuestionField.required, label: "Réponse obligatoire"), isTicked: model.isRequired
            ).markup
            div(.class("field-row")) {
                line(QuestionField.unit, "Unité", model.unit, "Pour un nombre.", .short)
                line(QuestionField.minimum, "Au moins", model.minimum, "", .short)
                line(QuestionField.maximum, "Au plus", model.maximum, "", .short)
            }
            details(.class("impossible")) {
                summary { "Identifiant, groupe, mesure" }
                line(
                    QuestionField.id, "Identifiant", model.id,
                    model.known == nil ? "Fait du texte s’il est vide. Il ne changera plus." : "Il ne change plus.")
                if model.known == nil, !model.groups.isEmpty {
                    SelectList(
                        field: Field(name: QuestionField.group, label: "Dans le groupe"),
                        options: model.groups.map { .init(value: $0.value, label: $0.label) }, chosen: model.group,
                        none: "Aucun"
                    ).markup
                }
                line(
                    QuestionField.separator, "Entre les nombres d’un groupe", model.separator,
                    "× ou /, pour lire ses nombres comme une mesure\u{A0}: 32 × 18 mm.", .short)
            }
        }
    }

    private func rules(_ title: String, _ kind: String, _ rules: [QuestionModel.Rule], _ help: String) -> Markup {
        let rows = rules + Array(repeating: QuestionModel.Rule(), count: QuestionModel.blankRows)
        return details(.class("part rules"), .open(!rules.isEmpty || fault(kind) != nil), .id(kind)) {
            summary { title }
            p(.class("help")) { help }
            if kind == QuestionField.conditions {
                SelectList(
                    field: Field(name: QuestionField.needsAll, label: "De ces conditions, il en faut"),
                    options: [.init(value: "all", label: "toutes"), .init(value: "any", label: "une seule")],
                    chosen: model.needsAll ? "all" : "any", none: "toutes"
                ).markup
            }
            for (index, rule) in rows.enumerated() { self.rule(kind, index, rule) }
        }
    }

    private func rule(_ kind: String, _ index: Int, _ rule: QuestionModel.Rule) -> Markup {
        func name(_ part: String) -> String { QuestionField.rule(kind, index, part) }
        return fieldset(.class("field group rule")) {
            legend { "Règle \(index + 1)" }
            div(.class("field-row")) {
                if kind == QuestionField.conditions {
                    list(name("question"), "Si la réponse à", model.questions, rule.question)
                }
                list(
                    name("test"), kind == QuestionField.conditions ? "Comparaison" : "Si la réponse",
                    TestName.allCases.map { .init(value: $0.rawValue, label: $0.word) }, rule.test)
                line(name("valeur"), "Valeur", rule.value, "", .medium)
            }
            if kind != QuestionField.conditions { line(name("message"), "Ce qui est dit", rule.message) }
            if kind == QuestionField.doors {
                div(.class("field-row")) {
                    list(name("ligne"), "Ligne", model.lines, rule.line)
                    line(name("telephone"), "Téléphone", rule.phone, "", .medium)
                }
            }
        }
    }

    private func list(_ name: String, _ label: String, _ choices: [QuestionModel.Choice], _ chosen: String) -> Markup {
        SelectList(
            field: Field(name: name, label: label), options: choices.map { .init(value: $0.value, label: $0.label) },
            chosen: chosen, none: "Aucune"
        ).markup
    }

    private func line(
        _ name: String, _ label: String, _ value: String, _ help: String = "", _ size: TextInput.Size = .full,
        isRequired: Bool = false
    ) -> Markup {
        TextInput(
            field: Field(name: name, label: label, help: help, error: fault(name), isRequired: isRequired),
            value: value, size: size
        ).markup
    }

    private func fault(_ name: String) -> String? { model.faults.message(for: name) }

    private static let conditionHelp = "Sans condition, elle se voit toujours. Une ligne vide ne compte pas."
    private static let flagHelp = "La demande ne part pas\u{A0}; la page montre le 15 et ce que vous dites ici."
    private static let doorHelp = "La demande peut partir\u{A0}; la page propose l’autre ligne, ou le numéro."
    private static let stale = Notice(
        .warning,
        "Quelqu’un a changé ce formulaire pendant que vous écriviez. Ce que vous avez écrit est gardé ici\u{A0}:"
            + " enregistrez pour le garder.")
}
