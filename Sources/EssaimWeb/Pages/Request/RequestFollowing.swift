import HTML

/// Beside the demand: its reports, the acts to bill, and the way to who saw it.
struct RequestFollowing {
    var model: RequestModel

    @MarkupBuilder func markup(_ clock: PageClock) -> Markup {
        if let visit = model.visit { RequestVisit(visit: visit, path: model.visitPath).markup(clock) }
        if !model.reports.isEmpty {
            section(.class("part")) {
                h2 { "Compte rendu" }
                ul(.class("reports")) { for report in model.reports { link(report, clock) } }
                if let receipt = model.receipt {
                    p(.class("quiet")) {
                        a(.href(receipt.text)) { "Télécharger le reçu" }
                        ", qui prouve cette demande et sa réponse, même hors d’Essaim."
                    }
                }
            }
        }
        if !model.record.isEmpty { RecordBoxView(box: model.record).markup(clock) }
        if !model.links.isEmpty {
            section(.class("part")) {
                h2 { "Demandes liées" }
                ul { for near in model.links { li { link(near) } } }
            }
        }
        if !model.acts.isEmpty || !model.apc.isEmpty || !model.quotas.isEmpty {
            section(.class("part")) {
                h2 { "À coter" }
                for line in model.quotas { p(.class("quiet")) { line } }
                ul(.class("billing")) { for act in model.acts { line(act) } }
                if !model.apc.isEmpty { p(.class("quiet")) { model.apc } }
            }
        }
        if let pdf = model.dossier.first, let archive = model.dossier.last {
            p(.class("trail-link")) {
                a(.href(pdf.text)) {
                    Icon.document.markup
                    " Tout le dossier en PDF"
                }
                " · "
                a(.href(archive.text)) { "en ZIP, avec les fichiers" }
            }
        }
        if let trail = model.trail {
            p(.class("trail-link")) {
                a(.href(trail.text)) {
                    Icon.shieldHalf.markup
                    " Qui a vu ce dossier"
                }
            }
        }
    }

    @MarkupBuilder private func link(_ near: RequestModel.Near) -> Markup {
        if let path = near.path { a(.href(path.text)) { near.words } } else { near.words }
    }

    private func link(_ report: RequestModel.Report, _ clock: PageClock) -> Markup {
        li(.class(report.isReplaced ? "replaced" : "")) {
            a(.href(report.path.text)) {
                Icon.document.markup
                " Version \(report.version), PDF"
            }
            span(.class("quiet")) {
                report.isReplaced ? "remplacée · " : ""
                Moment(clock.words(report.issuedAt), at: report.issuedAt).markup(clock)
            }
        }
    }

    private func line(_ act: RequestModel.Act) -> Markup {
        li {
            span(.class("act-code")) { act.code }
            span(.class("act-amount")) { act.amount }
            span(.class("act-who")) { act.professional }
            if !act.note.isEmpty { span(.class("quiet")) { act.note } }
        }
    }
}
