import EssaimDomain
import HTML

/// A line that is asked to receive the patient, and what it said: the same words on both sides.
struct ReceptionModel: Sendable {
    /// « Onco-dermatologie, Brest-Lannion ».
    var line: String
    var outcome: Reception.Outcome
    /// Of the asking; of the word once given.
    var at: Instant
    /// Who said it; empty while it is awaited.
    var who: String = ""
    /// The reader is asked to say it.
    var isYours = false
}

struct ReceptionView {
    var model: ReceptionModel

    func markup(_ clock: PageClock) -> Markup {
        div(.class(model.outcome == .accepted ? "notice done" : "notice warning"), .role("status")) {
            (model.outcome == .accepted ? Icon.check : Icon.alert).markup
            p {
                strong { model.line }
                switch model.outcome {
                case .awaited:
                    model.isYours
                        ? " est votre ligne\u{A0}: dites si vous prenez ce patient, demandé "
                        : " n’a pas encore dit si elle prend ce patient. Le demandeur garde la main. Demandé "
                    Moment(clock.ago(model.at), at: model.at).markup(clock)
                    "."
                case .accepted:
                    " prend ce patient, dit \(model.who) "
                    Moment(clock.words(model.at), at: model.at).markup(clock)
                    "."
                case .refused:
                    " ne prend pas ce patient, dit \(model.who) "
                    Moment(clock.words(model.at), at: model.at).markup(clock)
                    ". Le demandeur garde la main\u{A0}; motif et autre voie dans les échanges."
                }
            }
        }
    }
}

extension RequestModel {
    /// At the regulated door, for who triages.
    static let triagedSample: RequestModel = {
        var model = toTakeSample
        model.content.status = StatusModel(state: .submitted, next: "À vous", step: "de la trier", isYours: true)
        model.actions = [
            ActionForm(
                id: "transmettre", title: "Transmettre aux dermatologues du secteur Brest-Lannion",
                path: .act("sample", "transmettre"), seal: .sample, kind: .primary),
            .askInformation, .decline,
        ]
        model.doors = ["Tumeurs de la peau\u{A0}: une lésion qui change ou qui saigne.", "Plaies"]
        return model
    }()

    /// Answered, and the line named has not said.
    static let receivedSample: RequestModel = {
        var model = answeredSample
        model.reception = ReceptionModel(
            line: "Onco-dermatologie, Brest-Lannion", outcome: .awaited, at: PageClock.sample.now - .hours(2))
        return model
    }()
}
