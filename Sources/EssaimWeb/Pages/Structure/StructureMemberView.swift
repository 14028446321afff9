import EssaimDomain
import HTML

/// One member, as the administrator changes them.
struct StructureMemberModel: Sendable {
    var structure: String
    var id: String
    var name: String
    var profession: String
    /// « Délégué, en exercice ».
    var state: String
    var status: MembershipStatus
    var isAwaited = false
    var seal: FormSeal
    var terms: TermsForm
    var isStale = false

    static let sample = StructureMemberModel(
        structure: "s1", id: "p3", name: "Dr Inès Morvan", profession: "médecin",
        state: "Remplaçant du 24\u{A0}décembre\u{A0}2026 au 3\u{A0}janvier\u{A0}2027, en exercice", status: .active,
        seal: .sample,
        terms: TermsForm(
            typed: TypedTerms(
                place: "replacement", from: "2026-12-24", through: "2027-01-03", principals: ["p1"]),
            professionals: [("p1", "Dr Anne Le Goff"), ("p5", "Dr Paul Kervella")]))

    static let lastSample: StructureMemberModel = {
        var model = sample
        (model.name, model.state) = ("Dr Anne Le Goff", "Administrateur, en exercice")
        model.terms.typed = TypedTerms(place: "administrator")
        model.terms.faults = [
            FieldFault(
                field: "membre",
                message: "C’est le dernier administrateur en exercice\u{A0}: nommez-en d’abord un autre, "
                    + "ou la structure n’en aurait plus.")
        ]
        return model
    }()

    static let staleSample: StructureMemberModel = {
        var model = sample
        (model.status, model.state, model.isStale) = (.suspended, "Membre, suspendu", true)
        return model
    }()
}

struct StructureMemberView: PageView {
    let model: StructureMemberModel
    let frame: PageFrame

    init(_ model: StructureMemberModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.name, width: .narrow, page: "structure").document {
            p(.class("way-back")) {
                a(.href(SitePath.structure(model.structure).text)) { "Revenir à la structure" }
            }
            div(.class("intro"), .id("membre"), .tabindex(-1)) {
                h1 { model.name }
                p { "\(model.profession) · \(model.state)" }
            }
            if model.isStale { NoticeView(model: Self.stale).markup }
            FaultSummary(faults: model.terms.faults).markup
            if model.status != .ended { place }
            access
        }
    }

    private var place: Markup {
        form(
            .method(.post), .action(path("place")), .class("part"), .id("place-du-membre"), .data("once"),
            .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Sa place" }
            model.terms.markup
            button(.type(button: .submit), .class("button primary")) { "Enregistrer sa place" }
        }
    }

    private var access: Markup {
        section(.class("part"), .id("acces")) {
            h2 { "Son accès" }
            switch model.status {
            case .ended:
                p { "Cette personne a quitté la structure. Pour qu’elle revienne, invitez-la." }
            case .active, .invited, .suspended:
                p(.class("help")) {
                    "Tout vaut dès maintenant, sur les pages déjà ouvertes aussi. Ce qui est écrit reste."
                }
                div(.class("button-row")) {
                    if model.status == .suspended {
                        act("reprendre", "Rendre son accès", "button secondary")
                    } else if model.status == .active || model.isAwaited {
                        act("suspendre", "Suspendre son accès", "button secondary")
                    }
                    act("terminer", "Mettre fin à sa place", "button quiet")
                }
            }
        }
    }

    private func act(_ word: String, _ title: String, _ look: String) -> Markup {
        form(.method(.post), .action(path(word)), .data("once")) {
            SealFields(seal: model.seal).markup
            button(.type(button: .submit), .class(look)) { title }
        }
    }

    private func path(_ act: String) -> String { SitePath.structureMember(model.structure, model.id, act).text }

    private static let stale = Notice(
        .warning,
        "La place de cette personne a changé pendant que vous écriviez\u{A0}: voici ce qu’elle est maintenant. Ce que vous "
            + "avez écrit est gardé, enregistrez pour le mettre à la place.")
}
