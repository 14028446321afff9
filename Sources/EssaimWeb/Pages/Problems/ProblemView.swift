import EssaimDomain
import HTML

struct ProblemView: PageView {
    let model: ProblemModel
    let frame: PageFrame

    init(_ model: ProblemModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Signaler un problème", width: .narrow, page: "signaler").document {
            p(.class("way-back")) {
                a(.href(model.back.text)) {
                    Icon.arrowLeft.markup
                    " \(model.backTitle)"
                }
            }
            div(.class("intro")) {
                h1 { "Signaler un problème" }
                p {
                    model.number.isEmpty
                        ? "La coordination du réseau le lit et vous répond ici."
                        : "Sur la demande \(model.number). La coordination du réseau le lit et vous répond ici\u{A0}; "
                            + "rien ne s’ajoute aux échanges de la demande."
                }
            }
            FaultSummary(faults: model.faults).markup
            form(.method(.post), .action(model.path.text), .class("part"), .data("once"), .novalidate()) {
                SealFields(seal: model.seal).markup
                ChoiceGroup(
                    field: field(ProblemField.kind, "De quoi s’agit-il\u{A0}?", isRequired: true),
                    options: ReportedProblem.Kind.allCases.map {
                        .init(value: $0.rawValue, label: $0.word, note: $0.note)
                    }, chosen: [model.kind], isRequired: true
                ).markup
                if model.networks.count > 1 {
                    SelectList(
                        field: field(ProblemField.network, "Réseau", isRequired: true), options: model.networks,
                        chosen: model.network, isRequired: true
                    ).markup
                }
                TextArea(
                    field: field(
                        ProblemField.words, "Ce qui s’est passé",
                        help: "Ni nom ni détail du patient\u{A0}: le numéro de la demande suffit.", isRequired: true),
                    value: model.words, limit: ReportedProblem.longestWords, rowCount: 5, isRequired: true
                ).markup
                button(.type(button: .submit), .class("button primary")) { "Envoyer à la coordination" }
            }
            if !model.told.isEmpty { told }
        }
    }

    private func field(_ name: String, _ label: String, help: String = "", isRequired: Bool = false) -> Field {
        Field(name: name, label: label, help: help, error: model.faults.message(for: name), isRequired: isRequired)
    }

    private var told: Markup {
        section(.class("part"), .aria("labelledby", "signales")) {
            h2(.id("signales")) { "Vos signalements" }
            ul(.class("told")) {
                for item in model.told {
                    li {
                        p {
                            strong { item.kind }
                            span(.class(item.isHandled ? "told-done" : "quiet")) {
                                item.isHandled ? "traité" : "en cours"
                            }
                        }
                        p(.class("quiet")) {
                            Moment(frame.clock.words(item.at), at: item.at).markup(frame.clock)
                            if !item.number.isEmpty { " · demande \(item.number)" }
                        }
                        p(.class("prose")) { item.words }
                        if !item.reply.isEmpty {
                            p(.class("prose told-reply")) {
                                strong { "Réponse de la coordination" }
                                "\u{A0}: \(item.reply)"
                            }
                        }
                    }
                }
            }
        }
    }
}

extension ReportedProblem.Kind {
    var word: String {
        switch self {
        case .technical: "Panne technique"
        case .identity: "Erreur d’identité ou de patient"
        case .answer: "Réponse inadaptée ou en retard"
        case .confidentiality: "Confidentialité"
        case .other: "Autre"
        }
    }

    var note: String {
        switch self {
        case .technical: "Sur une demande, elle est notée à son compte rendu."
        case .confidentiality: "Le référent sécurité du réseau est alerté aussitôt."
        default: ""
        }
    }
}
