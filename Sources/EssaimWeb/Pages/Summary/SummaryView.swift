import EssaimDomain
import HTML

/// Read once before it leaves: the promise first, then everything typed, then one button.
struct SummaryView: PageView {
    let model: SummaryModel
    let frame: PageFrame

    init(_ model: SummaryModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Vérifier", width: .narrow, page: "verifier").document {
            p(.class("eyebrow")) { model.line }
            h1 { "Vérifier avant d’envoyer" }
            promise
            missing
            TwinNotice(twins: model.twins).markup
            model.doors.markup
            for remark in model.remarks { NoticeView(model: Notice(.information, remark)).markup }
            if let patient = model.patient { PatientBanner(model: patient).markup }
            for part in model.parts { section(part) }
            if !model.photos.isEmpty {
                HTML.section(.class("part")) {
                    heading("Photos", .draft(model.id).at("photos"))
                    PhotoStrip(photos: model.photos).markup
                }
            }
            bar
        }
    }

    private var promise: Markup {
        div(.class("promise \(model.urgency.rawValue)")) {
            UrgencyBadge(urgency: model.urgency).markup
            if let promisedBy = model.promisedBy {
                p(.class("promise-date")) {
                    "Réponse "
                    Moment(frame.clock.before(promisedBy), at: promisedBy).markup(frame.clock)
                }
            } else {
                p(.class("promise-date")) { "Aucune réponse ne peut être promise dans ce délai." }
            }
            p(.class("quiet")) { "À\u{A0}: \(model.recipient)".frenchSpaced }
        }
    }

    @MarkupBuilder private var missing: Markup {
        if !model.missing.isEmpty {
            HTML.section(.class("notice problem fault-summary"), .role("alert")) {
                Icon.alert.markup
                div {
                    p(.class("strong")) { "Avant d’envoyer, il manque\u{A0}:" }
                    ul { for item in model.missing { li { a(.href(item.path.text)) { item.message } } } }
                }
            }
        }
    }

    private func section(_ part: SummaryModel.Part) -> Markup {
        HTML.section(.class("part")) {
            heading(part.title, part.edit)
            dl(.class("lines")) {
                for line in part.lines where !line.value.isEmpty {
                    div {
                        dt { line.label }
                        dd(.class("prose")) { line.value }
                    }
                }
            }
        }
    }

    private func heading(_ title: String, _ edit: SitePath) -> Markup {
        div(.class("part-head")) {
            h2 { title }
            a(.href(edit.text)) {
                "Modifier"
                span(.class("visually-hidden")) { " la partie \(title)" }
            }
        }
    }

    private var bar: Markup {
        div(.class("send-bar")) {
            a(.href(SitePath.draft(model.id).text), .class("button secondary")) { "Revenir" }
            if model.maySend {
                form(
                    .method(.post), .action(SitePath.send(model.id).text), .data("once"),
                    .data("forget", "brouillon-\(model.id)")
                ) {
                    SealFields(seal: model.seal).markup
                    button(.type(button: .submit), .class("button primary")) { "Envoyer la demande" }
                }
            }
        }
    }
}
