import EssaimDomain
import HTML

/// `/style`: every component in every state, for whoever changes one.
struct StyleView: PageView {
    let frame: PageFrame

    init(_ model: Void, in frame: PageFrame) { self.frame = frame }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Composants", page: "style").document {
            h1 { "Composants" }
            part("Couleurs") { StyleSwatches().markup }
            part("Urgence et délai") {
                for model in deadlines { p { DeadlineView(model: model, isLong: true).markup(frame.clock) } }
            }
            part("État") { for model in statuses { p { StatusView(model: model, isLong: true).markup(frame.clock) } } }
            part("Patient") { for model in patients { PatientBanner(model: model).markup } }
            part("Messages") { for notice in notices { NoticeView(model: notice).markup } }
            part("Boutons") { buttons }
            part("Actes") {
                for form in [ActionForm.take, .askInformation, .decline] { ActionFormView(model: form).markup }
            }
            part("Champs") { StyleFields().markup }
            part("Formulaire de spécialité") {
                for item in FormItem.samples { FormItemView(item: item, faults: []).markup }
            }
            part("Photographies") {
                PhotoStrip(photos: PhotoModel.samples + PhotoModel.otherSamples).markup
                PhotoSlots(slots: PhotoSlotModel.samples).markup
                PhotoViewer(photos: PhotoModel.samples + PhotoModel.otherSamples, earlier: [.sample]).markup
                PhotoViewer(photos: [], impossible: "téléphone sans appareil").markup
            }
            part("Orientation") { OrientationKeys(orientations: Orientation.allCases, chosen: .furtherTests).markup }
            part("Réponses du formulaire") { AnsweredItems(items: AnsweredItem.samples).markup }
            part("Échanges") { ThreadView(model: .sample).markup(frame.clock) }
            part("Vide") { EmptyView(model: .sample).markup }
            part("Dessins") {
                p(.class("icons")) { for icon in Icon.allCases { icon.markup } }
            }
        }
    }

    private func part(_ title: String, @MarkupBuilder _ content: () -> Markup) -> Markup {
        section(.class("part")) {
            h2 { title }
            content()
        }
    }

    private let deadlines: [DeadlineModel] = [
        .urgentSample, .prioritySample, .routineSample, .lateSample, .pausedSample, .keptSample, .missedSample,
    ]

    private var statuses: [StatusModel] {
        [.toTake, .yours, .waiting, .unread] + RequestState.allCases.map { StatusModel(state: $0) }
    }

    private var patients: [PatientBannerModel] {
        let identities: [PatientBannerModel.Identity] = [.provisional, .retrieved, .qualified]
        return [.sample]
            + identities.map { identity in
                var model = PatientBannerModel.sample
                model.identity = identity
                model.usedName = nil
                model.sex = .male
                model.givenName = "Jean"
                model.matricule = identity == .qualified ? "1 58 08 22 113 042 37" : nil
                return model
            }
    }

    private let notices = [
        Notice(
            .done, "Demande prise. Elle n’est plus proposée à vos confrères.",
            undo: Notice.Undo(path: .home, seal: .sample)),
        Notice(.information, "Le délai s’arrête jusqu’à la réponse du demandeur."),
        Notice(.warning, "Une demande est déjà ouverte pour ce patient."),
        Notice(.problem, "La photo n’a pas pu être lue (fichier incomplet). Reprenez-la, ou envoyez sans elle."),
    ]

    private var buttons: Markup {
        p(.class("ways")) {
            button(.type(button: .button), .class("button primary")) { "Envoyer l’avis" }
            button(.type(button: .button), .class("button secondary")) { "Enregistrer" }
            button(.type(button: .button), .class("button danger")) { "Décliner la demande" }
            button(.type(button: .button), .class("button quiet")) { "Retirer" }
            button(.type(button: .button), .class("button primary"), .disabled()) { "Envoyer l’avis" }
        }
    }
}
