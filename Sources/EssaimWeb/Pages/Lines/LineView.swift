import EssaimDomain
import EssaimGate
import HTML

struct LineView: PageView {
    let model: LineModel
    let frame: PageFrame

    init(_ model: LineModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.row.title, width: .narrow, page: "ligne").document {
            div(.class("intro")) {
                p(.class("quiet")) { a(.href(SitePath.lines().text)) { "Toutes les lignes" } }
                h1 { model.row.title }
                p { model.row.whose }
                p(.class("standing \(model.row.look)")) {
                    (model.row.look == "open" ? Icon.check : model.row.look == "waiting" ? Icon.clock : Icon.pause)
                        .markup
                    " \(model.row.standing)"
                }
            }
            if model.canAsk { asking } else if model.canBeAwaited { awaiting } else { otherwise }
            facts
            if !model.toPrepare.isEmpty {
                section(.class("part"), .aria("labelledby", "preparer")) {
                    h2(.id("preparer")) { "À préparer" }
                    ul(.class("bulleted")) { for thing in model.toPrepare { li { thing } } }
                }
            }
            if !model.ways.isEmpty { ways }
        }
    }

    private var asking: Markup {
        form(.method(.post), .action(SitePath.worklist.text), .class("part"), .data("once")) {
            SealFields(seal: model.seal).markup
            button(.type(button: .submit), .name(OffersModel.lineName), .value(model.line), .class("button primary")) {
                model.isOrientation ? "Demander une orientation" : "Demander un avis"
            }
            p(.class("help")) { "Un brouillon s’ouvre, rien ne part sans votre relecture." }
        }
    }

    private var awaiting: Markup {
        let act = model.isAwaited ? "ne-plus-prevenir" : "prevenir"
        return form(
            .method(.post), .action(SitePath.line(model.network, model.line, act).text), .class("part"), .data("once")
        ) {
            SealFields(seal: model.seal).markup
            if model.isAwaited {
                p { "Vous serez prévenu une fois, quand cette ligne ouvrira." }
                button(.type(button: .submit), .class("button secondary")) { "Ne plus me prévenir" }
            } else {
                button(.type(button: .submit), .class("button primary")) { "Prévenez-moi à l’ouverture" }
                p(.class("help")) { "Un seul message, par les voies choisies sur votre profil." }
            }
        }
    }

    @MarkupBuilder private var otherwise: Markup {
        if !model.phone.isEmpty {
            p(.class("part")) { "Pour une autre voie, appelez la coordination du réseau au \(model.phone)." }
        }
    }

    private var facts: Markup {
        section(.class("part"), .aria("labelledby", "ligne")) {
            h2(.id("ligne")) { "Cette ligne" }
            dl(.class("lines")) {
                if !model.row.summary.isEmpty { fact("Quand l’utiliser", model.row.summary) }
                fact("Ce qu’elle donne", model.service)
                if !model.row.promised.isEmpty { fact("Délais promis", model.row.promised) }
                if !model.row.observed.isEmpty { fact("Délais observés", model.row.observed) }
                if !model.hours.isEmpty { fact("Horaires", model.hours) }
                for team in model.teams { fact("Équipe", team) }
                if !model.row.distance.isEmpty { fact("Distance", model.row.distance) }
            }
        }
    }

    private var ways: Markup {
        section(.class("part"), .aria("labelledby", "voies")) {
            h2(.id("voies")) { "Autrement" }
            p(.class("help")) { "Ces voies sortent d’Essaim. Votre choix est compté pour le réseau, sans patient." }
            ul(.class("ways-out")) { for way in model.ways { li { self.way(way) } } }
        }
    }

    @MarkupBuilder private func way(_ way: LineModel.Way) -> Markup {
        p {
            strong { way.kind.word }
            if way.kind == .telephone { "\u{A0}: \(way.address)" }
            if !way.hours.isEmpty { span(.class("quiet")) { ", \(way.hours)" } }
        }
        if !way.note.isEmpty { p(.class("help")) { way.note } }
        if way.isClosed {
            p(.class("help")) { "Fermé à cette heure. Si l’état du patient ne peut pas attendre, appelez le 15." }
        } else if way.isChosen {
            p(.role("status")) {
                a(.href(way.link), .class("button primary"), .rel("noreferrer noopener")) {
                    way.kind == .telephone ? "Appeler le \(way.address)" : "Ouvrir le site"
                }
            }
        } else {
            form(
                .method(.post), .action(SitePath.line(model.network, model.line, "voie").text), .data("once")
            ) {
                SealFields(seal: model.seal).markup
                button(
                    .type(button: .submit), .name(LineField.way), .value(way.kind.rawValue),
                    .class("button secondary")
                ) { way.kind == .telephone ? "Je téléphone" : "J’y vais" }
            }
        }
    }

    private func fact(_ label: String, _ value: String) -> Markup {
        div {
            dt { label }
            dd { value }
        }
    }
}

extension LineModel.Way {
    /// Digits and the plus sign alone, or the address of a site.
    fileprivate var link: String {
        guard kind == .telephone else { return address }
        return "tel:" + address.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    }
}
