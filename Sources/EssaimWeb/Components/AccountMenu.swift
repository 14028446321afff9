import HTML

/// Who is signed in, unfolding to the way out.
struct AccountMenu {
    var account: PageFrame.Account

    var markup: Markup {
        details(.class("account"), .data("menu")) {
            summary {
                Icon.person.markup
                span(.class("account-name")) { account.name }
            }
            div(.class("menu")) {
                p(.class("strong")) { account.name }
                p(.class("quiet")) { account.role }
                if !account.links.isEmpty {
                    ul(.class("menu-links")) {
                        for link in account.links {
                            li {
                                a(.href(link.path.text), link.isCurrent ? .aria("current", "page") : nil) { link.title }
                            }
                        }
                    }
                }
                form(.method(.post), .action(SitePath.logout.text), .data("leave")) {
                    SealFields(seal: account.seal).markup
                    button(.type(button: .submit), .class("button secondary")) { "Se déconnecter" }
                }
            }
        }
    }
}
