import EssaimDomain
import HTML

/// *Copier pour mon dossier*: the whole demand as one text, to paste into one's own software.
struct RecordCopyModel: Sendable {
    /// « 7K3M-QX2P ».
    var number: String
    var request: SitePath
    var text: String
    var record: RecordBox?

    static let sample = RecordCopyModel(
        number: "7K3M-QX2P", request: .request("sample"),
        text: """
            Téléexpertise 7K3M-QX2P, OncoBreizh
            Ligne : Dermatologie, Dermatologues du secteur Brest-Lannion
            Patient : Kerconte Rozenn, F, 12/08/1958
            Demandé par : Dr Claire Kerfable, médecin, RPPS 10100000001, Cabinet du Léguer, Lannion
            Envoyée : lundi 23 novembre 2026 à 10 h 20

            QUESTION
            Lésion pigmentée du dos, change depuis six semaines : faut-il la retirer sans attendre ?
            Contexte : Vue ce matin pour un renouvellement.

            AVIS
            Répondu par : Dr Hervé Kerfictif, dermatologue, RPPS 10100000002, Cabinet de dermatologie, Saint-Brieuc
            Orientation : Consultation rapide
            Conduite à tenir : À retirer en entier avec une marge de 2 mm, sous dix jours.
            """.frenchSpaced, record: .sample)
}

struct RecordCopyView: PageView {
    static let textID = "texte-du-dossier"

    let model: RecordCopyModel
    let frame: PageFrame

    init(_ model: RecordCopyModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Copier la demande \(model.number)", width: .narrow, page: "copie").document {
            p(.class("way-back")) {
                a(.href(model.request.text)) {
                    Icon.arrowLeft.markup
                    " Demande \(model.number)"
                }
            }
            div(.class("page-head")) {
                h1 { "Copier pour mon dossier" }
                button(
                    .type(button: .button), .class("button primary"), .data("copy-value", Self.textID), .hidden()
                ) { "Copier le texte" }
            }
            p(.class("quiet")) {
                "Tout le texte, sans les images\u{A0}: sélectionnez-le, copiez-le, collez-le dans votre logiciel."
            }
            div(.class("field")) {
                label(.for(Self.textID)) { "Demande et réponse" }
                textarea(
                    .id(Self.textID), .class("input area record-text"), .rows(24), .readonly(), .spellcheck(false)
                ) { model.text }
            }
            p(.class("visually-hidden"), .role("status"), .data("copied")) {}
            if let record = model.record { RecordBoxView(box: record).markup(frame.clock) }
        }
    }
}
