import HTML

/// What met an expired session: opened, or posted again, after the sign-in; carried from page to page meanwhile.
struct SignInResume: Sendable {
    struct Field: Sendable {
        var name: String
        var value: String
    }

    static let pathName = "_reprise"
    /// Before the name of each carried field.
    static let carriedPrefix = "_reprise."

    var path: SitePath
    var fields: [Field]
    /// « votre réponse », « votre brouillon ».
    var what: String

    @MarkupBuilder var hidden: Markup {
        input(.type(.hidden), .name(Self.pathName), .value(path.text))
        for field in fields { input(.type(.hidden), .name(Self.carriedPrefix + field.name), .value(field.value)) }
    }

    var notice: Markup {
        NoticeView(
            model: Notice(
                .information,
                "Votre session a expiré. Rien n’est perdu\u{A0}: connectez-vous pour reprendre \(what).".frenchSpaced)
        ).markup
    }
}
