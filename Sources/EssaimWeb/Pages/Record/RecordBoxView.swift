import HTML

/// Beside the demand: copy it, say where it was put, and who said so on each side.
struct RecordBoxView {
    var box: RecordBox

    @MarkupBuilder func markup(_ clock: PageClock) -> Markup {
        section(.class("part record"), .id("dossier")) {
            h2 { "Dans les dossiers" }
            if let copy = box.copy {
                p {
                    a(.href(copy.text), .class("button secondary wide")) {
                        Icon.document.markup
                        " Copier pour mon dossier"
                    }
                }
            }
            if box.isOpposed { p(.class("record-opposed")) { "Le patient s’est opposé à l’envoi au DMP." } }
            if !box.lines.isEmpty { ul(.class("record-marks")) { for line in box.lines { mark(line, clock) } } }
            if !box.offered.isEmpty {
                div(.class("record-offered")) { for form in box.offered { ActionFormView(model: form).markup } }
            }
            for incident in box.incidents { p(.class("quiet")) { incident } }
            links
        }
    }

    private func mark(_ line: RecordBox.Line, _ clock: PageClock) -> Markup {
        li {
            div {
                strong {
                    Icon.check.markup
                    " \(line.words)"
                }
                span(.class("quiet")) {
                    "\(line.who), "
                    Moment(clock.words(line.at), at: line.at).markup(clock)
                }
            }
            if let undo = line.undo {
                form(.method(.post), .action(undo.path.text), .data("once")) {
                    SealFields(seal: undo.seal).markup
                    button(.type(button: .submit), .class("button quiet small")) {
                        undo.title
                        span(.class("visually-hidden")) { ", \(line.words)" }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var links: Markup {
        if let sheet = box.sheet {
            p(.class("trail-link")) {
                a(.href(sheet.text)) {
                    Icon.document.markup
                    " Fiche à remettre au patient"
                }
            }
        }
        if let problem = box.problem {
            p(.class("trail-link")) {
                a(.href(problem.text)) {
                    Icon.alert.markup
                    " Signaler un problème"
                }
            }
        }
    }
}
