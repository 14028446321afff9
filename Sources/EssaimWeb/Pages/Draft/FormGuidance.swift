import EssaimDomain
import HTML

/// What a form says before its questions: when to use it, what to have first, what must not be missed, and the other doors
/// that the answers point to.
struct FormGuidance: Sendable {
    /// Another door for what was answered.
    struct Door: Sendable {
        /// « Côté : Les deux ».
        var question: String
        var message: String
        /// The other line, where it can be asked.
        var line: PageFrame.Link?
        var phone: String
    }

    var about = ClinicalProtocol.Guidance()
    var doors: [Door] = []

    @MarkupBuilder var markup: Markup {
        if !about.whenToUse.isEmpty || !about.testsFirst.isEmpty {
            section(.class("notice information form-guidance"), .aria("label", "Avant de demander")) {
                Icon.information.markup
                div {
                    if !about.whenToUse.isEmpty { p { about.whenToUse } }
                    if !about.testsFirst.isEmpty {
                        p(.class("strong")) { "À avoir avant de demander, si possible\u{A0}:" }
                        ul { for test in about.testsFirst { li { test } } }
                    }
                }
            }
        }
        for banner in about.banners {
            div(.class("notice warning")) {
                Icon.alert.markup
                p { banner }
            }
        }
        if !doors.isEmpty { others }
    }

    private var others: Markup {
        section(.class("notice warning other-door"), .id("autre-porte"), .aria("label", "Une autre porte")) {
            Icon.alert.markup
            div {
                p(.class("strong")) { "Une autre porte convient peut-être mieux" }
                ul {
                    for door in doors {
                        li {
                            strong { door.question }
                            "\u{A0}: \(door.message)"
                            if let line = door.line {
                                " "
                                a(.href(line.path.text)) { "Voir la ligne «\u{A0}\(line.title)\u{A0}»" }
                            }
                            if !door.phone.isEmpty {
                                " "
                                a(.href(PhoneLinks.address(door.phone)), .class("strong")) {
                                    door.phone.split(separator: " ").joined(separator: "\u{A0}")
                                }
                            }
                        }
                    }
                }
                p(.class("quiet")) { "Ce que vous avez écrit est gardé. Vous pouvez aussi envoyer ici." }
            }
        }
    }

    static let sample = FormGuidance(
        about: ClinicalProtocol.Guidance(
            whenToUse: "Une lésion de la peau que vous pouvez photographier.",
            testsFirst: ["Deux photos nettes, sans flash"],
            banners: ["Fièvre avec décollement de la peau\u{A0}: appelez le 15, n’attendez pas un avis."]),
        doors: [
            Door(
                question: "À quoi pensez-vous\u{A0}?",
                message: "Une tumeur est vue plus vite par la ligne des lésions.",
                line: PageFrame.Link(title: "Lésion suspecte", path: .newRequest.at("ligne-lesion"), isCurrent: false),
                phone: "02 00 00 00 00")
        ])
}
