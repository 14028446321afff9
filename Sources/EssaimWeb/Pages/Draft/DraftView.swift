import EssaimDomain
import HTML

/// A demand being written. The text is one form, each photograph its own; fields that stand after the photographs
/// belong to the first form by its id, since forms do not nest.
struct DraftView: PageView {
    static let formID = "brouillon"

    let model: DraftModel
    let frame: PageFrame

    init(_ model: DraftModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Brouillon, \(model.line)", width: .narrow, page: "brouillon").document {
            div(.class("draft-head")) {
                p(.class("eyebrow")) { "\(model.line) · \(model.network)" }
                h1 { model.kind == .orientation ? "Demander une orientation" : "Demander un avis" }
                if let origin = model.origin { originLine(origin) }
                steps
            }
            FaultSummary(faults: model.faults).markup
            TwinNotice(twins: model.twins).markup
            model.guidance.markup
            if model.hasNewForm { newForm }
            form(
                .id(Self.formID), .method(.post), .action(SitePath.draft(model.id).text), .class("draft-form"),
                .data("once"), .data("keep", "brouillon-\(model.id)"), .data("autosave"), .novalidate()
            ) {
                SealFields(seal: model.seal).markup
                DraftPatientSection(content: model.content, commune: model.commune, faults: model.faults).markup
                DraftQuestionSection(model: model).markup
                if !model.form.isEmpty { specialty }
                DraftUrgencySection(model: model, clock: frame.clock).markup
                DraftAskerSection(model: model).markup
            }
            DraftPhotoSection(model: model).markup
            DraftConsentSection(content: model.content, faults: model.faults).markup
            bar
            if let discard = model.discard { div(.class("discard")) { ActionFormView(model: discard).markup } }
        }
    }

    private var steps: Markup {
        nav(.class("steps"), .aria("label", "Parties de la demande")) {
            ol {
                li { a(.href("#patient")) { "Patient" } }
                li { a(.href("#demande")) { "Question" } }
                if !model.slots.isEmpty { li { a(.href("#photos")) { "Photos" } } }
                li { a(.href("#accord")) { "Accord" } }
            }
        }
    }

    private func originLine(_ origin: RequestModel.Near) -> Markup {
        p(.class("quiet")) {
            if let path = origin.path { a(.href(path.text)) { origin.words } } else { origin.words }
        }
    }

    private var newForm: Markup {
        div(.class("notice information"), .id("nouveau-formulaire")) {
            Icon.information.markup
            p { "Le formulaire a changé depuis que vous avez commencé. Le vôtre reste valable." }
            button(
                .type(button: .submit), .form(Self.formID), .name(DraftField.next), .value(DraftField.takesNewForm),
                .class("button quiet small")
            ) { "Prendre le nouveau formulaire" }
        }
    }

    private var specialty: Markup {
        section(.class("part"), .id("specialite")) {
            h2 { model.line }
            for item in model.form { FormItemView(item: item, faults: model.faults).markup }
        }
    }

    private var bar: Markup {
        div(.class("send-bar")) {
            p(.class("saved"), .data("saved"), .role("status")) {
                if let savedAt = model.savedAt {
                    "Enregistré "
                    Moment(frame.clock.ago(savedAt), at: savedAt).markup(frame.clock)
                }
            }
            button(
                .type(button: .submit), .form(Self.formID), .name(DraftField.next), .value("enregistrer"),
                .class("button secondary")
            ) { "Enregistrer" }
            button(
                .type(button: .submit), .form(Self.formID), .name(DraftField.next), .value("verifier"),
                .class("button primary"), .data("send")
            ) { "Vérifier et envoyer" }
        }
    }
}
