import EssaimDomain
import HTML

/// The editor of one form: each part is a form of its own, so that it works without script.
struct ProtocolView: PageView {
    let model: ProtocolModel
    let frame: PageFrame

    init(_ model: ProtocolModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.title, page: "protocole").document {
            div(.class("intro")) {
                p(.class("eyebrow")) {
                    a(.href(SitePath.protocols(model.network).text)) { "Formulaires" }
                    " · \(model.networkName)"
                }
                h1 { model.title }
                p { model.state }
                p(.class("button-row")) {
                    a(.href(model.path.under("apercu").text), .class("button secondary")) { "Voir comme le demandeur" }
                    " "
                    a(.href(model.path.under("questionnaire.json").text)) { "Exporter (FHIR)" }
                }
            }
            if model.isStale { NoticeView(model: Self.stale).markup }
            if model.isToBeReviewed {
                NoticeView(model: Notice(.warning, "La date de relecture de ce formulaire est dépassée.")).markup
            }
            FaultSummary(faults: model.faults).markup
            questions
            ProtocolSlots(model: model).markup
            ProtocolHeader(model: model).markup
            publication
            if model.mayWrite, !model.lines.isEmpty { lines }
            history
        }
    }

    private var questions: Markup {
        section(.class("part"), .id("questions"), .tabindex(-1)) {
            h2 { "Questions" }
            ol(.class("form-rows")) {
                for row in model.rows {
                    li(.class("form-row depth-\(min(row.depth, 3))")) {
                        div {
                            strong { row.label }
                            p(.class("quiet")) { ([row.words] + row.marks).joined(separator: " · ") }
                        }
                        if model.mayWrite { gestures(row) }
                    }
                }
            }
            if model.mayWrite {
                a(
                    .href(SitePath.protocolQuestion(model.network, model.id, "nouvelle").text),
                    .class("button secondary")
                ) {
                    Icon.plus.markup
                    " Ajouter une question"
                }
            }
        }
    }

    private func gestures(_ row: ProtocolModel.Row) -> Markup {
        form(.method(.post), .action(model.path.under("ordre").text), .class("form-gestures"), .data("once")) {
            SealFields(seal: model.seal).markup
            input(.type(.hidden), .name(ProtocolField.question), .value(row.id))
            a(.href(row.path.text), .class("button quiet small")) {
                "Modifier"
                span(.class("visually-hidden")) { " \(row.label)" }
            }
            for (value, word) in [("monter", "Monter"), ("descendre", "Descendre"), ("retirer", "Retirer")] {
                button(
                    .type(button: .submit), .name(ProtocolField.gesture), .value(value), .class("button quiet small")
                ) {
                    word
                    span(.class("visually-hidden")) { " \(row.label)" }
                }
            }
        }
    }

    @MarkupBuilder private var publication: Markup {
        if model.mayWrite, !model.isPublished {
            form(
                .method(.post), .action(model.path.under("publier").text), .class("part"), .id("publier"),
                .data("once")
            ) {
                SealFields(seal: model.seal).markup
                h2 { "Publier" }
                p { "Les prochaines demandes de ses lignes auront cette version. Elle ne changera plus." }
                button(.type(button: .submit), .class("button primary")) { "Publier cette version" }
            }
        }
    }

    private var lines: Markup {
        section(.class("part"), .id("lignes")) {
            h2 { "Lignes" }
            if !model.versions.contains(where: { $0.words.contains("publiée") }) {
                p(.class("help")) { "Publiez-le pour le donner à une ligne." }
            }
            ul(.class("absences")) {
                for line in model.lines {
                    li {
                        p { line.title }
                        if line.isUsing {
                            p(.class("quiet")) { "Utilise ce formulaire" }
                        } else {
                            form(.method(.post), .action(model.path.under("lignes").text), .data("once")) {
                                SealFields(seal: model.seal).markup
                                button(
                                    .type(button: .submit), .name(ProtocolField.line), .value(line.id),
                                    .class("button quiet small")
                                ) {
                                    "Lui donner ce formulaire"
                                    span(.class("visually-hidden")) { ", \(line.title)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var history: Markup {
        section(.class("part"), .id("versions")) {
            h2 { "Versions" }
            ul(.class("absences")) {
                for version in model.versions {
                    li {
                        p {
                            strong { version.words }
                            " · "
                            Moment(frame.clock.words(version.at), at: version.at).markup(frame.clock)
                            version.by.isEmpty ? "" : " · \(version.by)"
                        }
                    }
                }
            }
        }
    }

    private static let stale = Notice(
        .warning,
        "Quelqu’un a changé ce formulaire pendant que vous écriviez. Rien n’a été enregistré\u{A0}: voici son état,"
            + " relisez puis recommencez.")
}

/// What the form says of itself.
struct ProtocolHeader {
    let model: ProtocolModel

    var markup: Markup {
        form(
            .method(.post), .action(model.path.under("entete").text), .class("part"), .id("entete"), .data("once"),
            .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "En-tête" }
            if model.mayWrite {
                line(ProtocolField.title, "Titre", model.title, isRequired: true)
                area(
                    ProtocolField.whenToUse, "Quand l’utiliser", model.whenToUse, "Une phrase, lue avant les questions."
                )
                area(ProtocolField.testsFirst, "À avoir avant de demander", model.testsFirst, "Un examen par ligne.")
                area(ProtocolField.banners, "Bandeaux", model.banners, "Une phrase à ne pas manquer par ligne.")
                line(ProtocolField.author, "Auteur", model.author, "Qui répond de ce que le formulaire demande.")
                line(ProtocolField.reviewOn, "À relire le", model.reviewOn, "jj/mm/aaaa")
                button(.type(button: .submit), .class("button secondary")) { "Enregistrer l’en-tête" }
            } else {
                for text in [model.whenToUse, model.testsFirst, model.banners, model.author, model.reviewOn]
                where !text.isEmpty { p(.class("prose")) { text } }
            }
        }
    }

    private func line(
        _ name: String, _ label: String, _ value: String, _ help: String = "", isRequired: Bool = false
    ) -> Markup {
        TextInput(
            field: Field(
                name: name, label: label, help: help, error: model.faults.message(for: name), isRequired: isRequired),
            value: value
        ).markup
    }

    private func area(_ name: String, _ label: String, _ value: String, _ help: String) -> Markup {
        TextArea(
            field: Field(name: name, label: label, help: help, error: model.faults.message(for: name)), value: value,
            limit: 1000, rowCount: 3
        ).markup
    }
}

/// The images that the form asks for.
struct ProtocolSlots {
    let model: ProtocolModel

    var markup: Markup {
        section(.class("part"), .id("images"), .tabindex(-1)) {
            h2 { "Images et documents" }
            for slot in model.slots { one(slot) }
            if model.mayWrite { one(nil) }
        }
    }

    private func one(_ slot: ClinicalProtocol.AttachmentSlot?) -> Markup {
        details(.class("impossible")) {
            summary {
                if let slot {
                    "\(slot.label)\(slot.minimum > 0 ? ", \(slot.minimum) au moins" : "")"
                } else {
                    "Ajouter une image ou un document"
                }
            }
            if model.mayWrite { editing(slot) } else { p { slot?.help ?? "" } }
        }
    }

    private func editing(_ slot: ClinicalProtocol.AttachmentSlot?) -> Markup {
        let code = slot?.code ?? ""
        func field(_ name: String, _ label: String, _ help: String = "") -> Field {
            Field(name: name, label: label, help: help, id: "\(name).\(code)")
        }
        return form(.method(.post), .action(model.path.under("images").text), .data("once"), .novalidate()) {
            SealFields(seal: model.seal).markup
            input(.type(.hidden), .name(ProtocolField.slot), .value(code))
            TextInput(field: field(ProtocolField.slotLabel, "Nom"), value: slot?.label ?? "").markup
            TextInput(
                field: field(ProtocolField.slotHelp, "Comment la prendre", "Une phrase."), value: slot?.help ?? ""
            ).markup
            TextInput(
                field: field(ProtocolField.slotMinimum, "Combien au moins", "0 si l’on peut s’en passer."),
                value: String(slot?.minimum ?? 0), mode: .numeric, size: .short
            ).markup
            SelectList(
                field: field(ProtocolField.slotExample, "Dessin d’exemple"),
                options: ClinicalProtocol.Example.allCases.map { .init(value: $0.rawValue, label: $0.word) },
                chosen: slot?.example?.rawValue ?? "", none: "Aucun"
            ).markup
            div(.class("button-row")) {
                button(.type(button: .submit), .class("button secondary")) { slot == nil ? "Ajouter" : "Enregistrer" }
                if slot != nil {
                    for (value, word) in [("monter", "Monter"), ("descendre", "Descendre"), ("retirer", "Retirer")] {
                        button(
                            .type(button: .submit), .name(ProtocolField.gesture), .value(value),
                            .class("button quiet small")
                        ) { word }
                    }
                }
            }
        }
    }
}
