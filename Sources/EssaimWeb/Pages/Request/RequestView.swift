import EssaimDomain
import HTML

/// One demand: who, how soon, who is next; then what can be done, the answer, the question and the rest.
struct RequestView: PageView {
    let model: RequestModel
    let frame: PageFrame

    init(_ model: RequestModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Demande \(model.content.number)", page: "demande").document {
            if let until = model.emergencyUntil { EmergencyBanner(until: until).markup(frame.clock) }
            RequestHead(content: model.content).markup(frame.clock)
            for access in model.emergencies.prefix(1) { opened(access) }
            if !model.ending.isEmpty { NoticeView(model: Notice(.warning, model.ending)).markup }
            if let reception = model.reception { ReceptionView(model: reception).markup(frame.clock) }
            div(.class("request")) {
                div(.class("request-main")) {
                    if let advice = model.advice { AdviceView(advice: advice).markup(frame.clock) }
                    RequestQuestion(content: model.content, hasPhotos: true).markup
                    joining
                    if !model.content.thread.items.isEmpty {
                        section(.class("part")) {
                            h2 { "Échanges" }
                            ThreadView(model: model.content.thread).markup(frame.clock)
                        }
                    }
                }
                aside(.class("request-side"), .aria("label", "Actions et suivi")) {
                    acts
                    doors
                    if let care = model.care { RequestCare(care: care).markup }
                    if let why = model.why { RequestWhy(why: why).markup }
                    RequestFollowing(model: model).markup(frame.clock)
                }
            }
            if !keys.isEmpty { KeyHints(hints: keys + [.init(keys: ["?"], meaning: "cacher")]).markup }
        }
    }

    private var keys: [KeyHints.Hint] {
        var keys: [KeyHints.Hint] = []
        if model.reply != nil { keys.append(.init(keys: ["A"], meaning: "écrire l’avis")) }
        if model.actions.contains(where: { $0.id == RequestWord.take.rawValue }) {
            keys.append(.init(keys: ["P"], meaning: "prendre"))
        }
        return keys
    }

    private func opened(_ access: RequestModel.Emergency) -> Markup {
        let others = model.emergencies.count - 1
        return div(.class("notice warning"), .role("status")) {
            Icon.alert.markup
            p {
                strong { access.who }
                " a ouvert cette demande en urgence "
                Moment(frame.clock.words(access.at), at: access.at).markup(frame.clock)
                others > 0
                    ? ", et \(French.count(others, "autre accès", "autres accès")) ces trente derniers jours. " : ". "
                if let trail = model.trail { a(.href(trail.text)) { "Voir qui a vu ce dossier" } }
            }
        }
    }

    @MarkupBuilder private var doors: Markup {
        if !model.doors.isEmpty {
            section(.class("part"), .aria("labelledby", "lignes")) {
                h2(.id("lignes")) { "Autres lignes ouvertes aujourd’hui" }
                ul { for door in model.doors { li { door } } }
            }
        }
    }

    @MarkupBuilder private var joining: Markup {
        if !model.slots.isEmpty {
            section(.class("part"), .id("photos")) {
                h2 { "Joindre une photo ou un document" }
                PhotoSlots(slots: model.slots).markup
            }
        }
    }

    @MarkupBuilder private var acts: Markup {
        if model.reply != nil || !model.actions.isEmpty {
            section(.class("part acts"), .aria("label", "Ce que vous pouvez faire")) {
                if let reply = model.reply {
                    a(.href(reply.text), .class("button primary wide"), .data("primary")) { model.replyTitle }
                }
                for action in model.actions { ActionFormView(model: action).markup }
            }
        }
    }
}
