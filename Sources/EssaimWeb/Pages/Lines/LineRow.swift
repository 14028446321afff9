import EssaimDomain
import HTML

/// One line in a list: what it is, whether it can be asked, how soon, how far.
struct LineRow: Sendable {
    var title: String
    var summary: String
    /// Nil where nobody is known to lead there.
    var path: SitePath?
    /// « CHSUD 77 · Seine-et-Marne », the network last.
    var whose: String
    /// « Ouverte ».
    var standing: String
    /// `open`, `waiting`, `closed`.
    var look: String
    var promised: String
    var observed: String
    /// « à 12 km », empty when it is not known.
    var distance: String = ""

    var markup: Markup {
        li(.class("row line-row")) {
            div(.class("row-main")) {
                if let path {
                    a(.class("row-title"), .href(path.text)) { title }
                } else {
                    p(.class("row-title")) { title }
                }
                if !summary.isEmpty { p { summary } }
                p(.class("row-facts")) { [whose, distance].filter { !$0.isEmpty }.joined(separator: " · ") }
            }
            div(.class("line-state")) {
                p(.class("standing \(look)")) {
                    (look == "open" ? Icon.check : look == "waiting" ? Icon.clock : Icon.pause).markup
                    " \(standing)"
                }
                if !promised.isEmpty { p(.class("quiet")) { "Promis\u{A0}: \(promised)" } }
                if !observed.isEmpty { p(.class("quiet")) { "Observé\u{A0}: \(observed)" } }
            }
        }
    }

    static let samples = [
        LineRow(
            title: "Dermatologie", summary: "Lésion suspecte, éruption, plaie.",
            path: .line("seine-et-marne", "ghef-dermatologie"), whose: "GHEF · Seine-et-Marne", standing: "Ouverte",
            look: "open", promised: "Urgent sous 24 h · Priorité sous 48 h · Simple sous 7 jours".frenchSpaced,
            observed: ObservedDelay(counted: 48, median: .hours(17), inTime: 45).words, distance: French.distance(12.3)),
        LineRow(
            title: "Oto-rhino-laryngologie", summary: "Surdité, vertige, tumeur des voies aériennes.",
            path: .line("seine-et-marne", "chsud-orl"), whose: "CHSUD 77 · Seine-et-Marne",
            standing: "Fermée à cette heure, ouvre lundi 9\u{A0}h", look: "waiting",
            promised: "Simple sous 7 jours".frenchSpaced, observed: "pas encore assez de réponses",
            distance: French.distance(31)),
        LineRow(
            title: "Orthopédie", summary: "", path: .line("seine-et-marne", "chsud-orthopedie"),
            whose: "CHSUD 77 · Seine-et-Marne", standing: "À venir, prévue le 1er\u{A0}mars\u{A0}2027", look: "closed",
            promised: "", observed: "", distance: French.distance(31)),
    ]
}
