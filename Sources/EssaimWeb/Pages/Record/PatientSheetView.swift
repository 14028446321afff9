import HTML

/// The sheet as it will be printed; on the screen, above it, what the giver may add.
struct PatientSheetView: PageView {
    let model: PatientSheetModel
    let frame: PageFrame

    init(_ model: PatientSheetModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Fiche à remettre au patient", width: .narrow, page: "fiche-patient").document {
            p(.class("way-back")) {
                a(.href(model.request.text)) {
                    Icon.arrowLeft.markup
                    " Demande \(model.number)"
                }
            }
            adding
            sheet
        }
    }

    private var adding: Markup {
        section(.class("part screen-only")) {
            h1 { "Fiche à remettre au patient" }
            form(.method(.post), .action(model.path.text), .data("once"), .novalidate()) {
                SealFields(seal: model.seal).markup
                TextArea(
                    field: Field(
                        name: PatientSheetField.advice, label: "Ce que vous conseillez au patient",
                        help: "Facultatif, avec vos mots. Rien n’est repris de l’avis, et ce texte n’est pas gardé.",
                        error: model.fault),
                    value: model.advice, limit: PatientSheetModel.longestAdvice
                ).markup
                div(.class("sheet-ends")) {
                    button(.type(button: .submit), .class("button secondary")) { "Mettre dans la fiche" }
                    button(.type(button: .button), .class("button primary"), .data("print"), .hidden()) {
                        Icon.document.markup
                        " Imprimer la fiche"
                    }
                }
            }
        }
    }

    private var sheet: Markup {
        article(.class("patient-sheet"), .aria("label", "Fiche")) {
            p(.class("sheet-title")) { "Un avis à distance a été demandé pour vous" }
            p(.class("sheet-patient")) { model.patient }
            part("Qui l’a demandé") {
                p { "\(model.asker), \(model.structure), le \(model.askedOn), avec votre accord." }
            }
            part("À qui") {
                p { "\(model.team), réseau \(model.network). \(model.answered)" }
            }
            if !model.advice.isEmpty, model.fault == nil {
                part("Ce qui vous est conseillé") {
                    p(.class("prose")) { model.advice }
                    p(.class("quiet")) { "Écrit par \(model.asker)." }
                }
            }
            if !model.appointment.isEmpty { part("Rendez-vous") { p { model.appointment } } }
            part("Qui appeler") {
                p { "\(model.asker), \(model.structure), qui suit cette demande." }
                if !model.phone.isEmpty { p { "Le réseau \(model.network)\u{A0}: \(model.phone)" } }
                p { "Si votre état s’aggrave, n’attendez pas\u{A0}: appelez le 15." }
            }
            part("Vos droits") {
                p {
                    "Cet avis ne vous coûte rien. Vous pouvez en demander le compte rendu, savoir qui a lu votre "
                    "dossier, faire corriger une erreur, ou ne plus vouloir d’avis à distance\u{A0}: dites-le à "
                    "\(model.asker) ou au réseau."
                }
                p {
                    model.isOpposedToSharing
                        ? "Vous avez refusé que le compte rendu soit versé dans Mon espace santé (DMP)."
                        : "Vous pouvez refuser que le compte rendu soit versé dans Mon espace santé (DMP)."
                }
            }
            p(.class("sheet-foot")) { "Référence à donner au téléphone\u{A0}: \(model.number)" }
        }
    }

    private func part(_ title: String, @MarkupBuilder _ content: () -> Markup) -> Markup {
        section(.class("sheet-part")) {
            h2 { title }
            content()
        }
    }
}
