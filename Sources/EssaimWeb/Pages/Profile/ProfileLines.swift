import EssaimDomain
import HTML

/// Lines whose opening one waits for, each with its way out.
struct ProfileLines {
    struct Line: Sendable {
        var network: String
        var id: String
        /// « Orthopédie, Seine-et-Marne ».
        var title: String
        /// Nil while one waits.
        var openedAt: Instant?
    }

    /// Comes back here, not to the line.
    static let backName = "retour"

    var model: ProfileModel
    var clock: PageClock

    @MarkupBuilder var markup: Markup {
        if !model.lines.isEmpty {
            section(.class("part"), .id("lignes"), .aria("labelledby", "lignes-titre")) {
                h2(.id("lignes-titre")) { "Lignes attendues" }
                ul(.class("absences")) {
                    for line in model.lines {
                        li {
                            p {
                                a(.href(SitePath.line(line.network, line.id).text)) { line.title }
                                span(.class("help")) {
                                    line.openedAt.map { " ouverte depuis le \(clock.date($0))" }
                                        ?? " vous serez prévenu une fois, à son ouverture"
                                }
                            }
                            form(
                                .method(.post), .action(SitePath.line(line.network, line.id, "ne-plus-prevenir").text),
                                .data("once")
                            ) {
                                SealFields(seal: model.seal).markup
                                input(.type(.hidden), .name(Self.backName), .value("profil"))
                                button(.type(button: .submit), .class("button quiet small")) {
                                    line.openedAt == nil ? "Ne plus me prévenir" : "Retirer de cette liste"
                                    span(.class("visually-hidden")) { ", \(line.title)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
