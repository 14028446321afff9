import HTML

/// The shell of every page: skip link, demonstration banner, header with its navigation and the account, main.
struct Layout {
    enum Width: String { case narrow, regular, full }

    var frame: PageFrame
    var title: String
    var width: Width = .regular
    /// Names the scripts of the page.
    var page: String

    func document(@MarkupBuilder _ content: () -> Markup) -> [UInt8] {
        html(.lang("fr")) {
            headOfDocument
            body(.data("page", page)) {
                a(.class("skip"), .href("#contenu")) { "Aller au contenu" }
                if frame.isDemonstration { demonstration }
                top
                main(.id("contenu"), .class("page \(width.rawValue)"), .tabindex(-1)) {
                    if let notice = frame.notice { NoticeView(model: notice).markup }
                    content()
                }
                if frame.account != nil { news }
            }
        }.renderedAsDocument()
    }

    private var headOfDocument: Markup {
        head {
            meta(.charset("utf-8"))
            meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            meta(.name("color-scheme"), .content("light dark"))
            meta(.name("robots"), .content("noindex"))
            HTML.title { "\(title) · Essaim" }
            link(.rel("icon"), .href(WebAssets.path("favicon.svg")))
            link(.rel("stylesheet"), .href(WebAssets.path("essaim.css")))
            script(module: WebAssets.path("main.js"))
        }
    }

    private var demonstration: Markup {
        aside(.class("demonstration"), .aria("label", "Démonstration")) {
            p {
                strong { "Démonstration" }
                "\u{A0}: personnes et patients fictifs"
            }
            a(.href(SitePath.personas.text)) {
                "Changer"
                span(.class("wide-only")) { " de personne" }
            }
        }
    }

    /// Filled by a script once others did something: in a corner, it moves nothing.
    private var news: Markup {
        div(.class("news"), .role("status")) { a(.data("news"), .href(SitePath.home.text), .hidden()) {} }
    }

    private var top: Markup {
        header(.class("top")) {
            a(.class("brand"), .href(SitePath.home.text)) {
                Brand.mark
                span(.class("brand-name")) { "Essaim" }
            }
            if let network = frame.network { span(.class("network")) { network } }
            if !frame.navigation.isEmpty {
                nav(.aria("label", "Principale")) {
                    ul {
                        for link in frame.navigation {
                            li {
                                a(.href(link.path.text), link.isCurrent ? .aria("current", "page") : nil) { link.title }
                            }
                        }
                    }
                }
            }
            if let account = frame.account { AccountMenu(account: account).markup }
        }
    }
}
