import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// A message in words. It says line, urgency, time limit, number and where to read more; it knows neither patient, nor
/// question, nor answer, nor who wrote.
struct TellingWords {
    /// The site's address, without a path.
    let site: String
    /// The site's path to confirm a mail address.
    let confirmation: (String) -> String
    let now: Instant

    static let mostLines = 50

    func subject(_ content: TellingMessage.Content) -> String {
        switch content {
        case .check: "Essaim\u{A0}: confirmez votre adresse"
        case .news(let news):
            if news.count == 1, let one = news.first {
                "Essaim\u{A0}: \(one.prefix)demande \(one.matter.number.shown), \(one.event.told)"
            } else {
                "Essaim\u{A0}: \(news.count) nouvelles de vos demandes"
            }
        }
    }

    func mail(_ content: TellingMessage.Content) -> String {
        switch content {
        case .check(let secret, _):
            """
            Cette adresse a été donnée sur Essaim pour y recevoir des messages.

            Si c’est vous, confirmez-la dans les 24 heures, connecté à votre compte\u{A0}:
            \(site)\(confirmation(secret))

            Sinon, ne faites rien\u{A0}: aucun autre message ne viendra.

            """
        case .news(let news):
            news.prefix(Self.mostLines).map(paragraph).joined(separator: "\n\n")
                + (news.count > Self.mostLines
                    ? "\n\nEt \(news.count - Self.mostLines) autres\u{A0}: \(site)/demandes" : "")
                    + """


                    --\u{20}
                    Ce message ne dit rien des patients. Ce que vous voulez recevoir, et quand\u{A0}: \(site)/profil

                    """
        }
    }

    func sms(_ content: TellingMessage.Content) -> String {
        switch content {
        case .check(let secret, _):
            return "Essaim\u{A0}: votre code est \(secret). Il vaut quinze minutes. Ne le donnez à personne."
        case .news(let news):
            guard news.count == 1, let one = news.first else {
                return "Essaim\u{A0}: \(news.count) nouvelles de vos demandes. \(site)/demandes"
            }
            return "Essaim\u{A0}: \(one.prefix)\(one.matter.number.shown), \(one.event.told). \(address(one))"
        }
    }

    private func paragraph(_ news: TellingNews) -> String {
        let matter = news.matter
        let head = [matter.number.shown, matter.line.onOneLine, news.isOfVisit ? "" : matter.urgency.word].filter {
            !$0.isEmpty
        }
        let told = news.event.told
        var lines = [head.joined(separator: " · "), told.prefix(1).uppercased() + told.dropFirst() + "."]
        if let due = matter.dueAt, news.event.isAboutDelay {
            let clock = PageClock(now: now, rules: matter.offsets)
            let late = now > due
            lines.append("\(late ? "Réponse attendue depuis le" : "Réponse attendue avant le") \(clock.exact(due)).")
        }
        return (lines + [address(news)]).joined(separator: "\n")
    }

    private func address(_ news: TellingNews) -> String {
        let id = news.matter.request.rawValue
        return site + (news.isOfVisit ? SitePath.visit(id).text : "/demandes/\(id)")
    }
}

extension TellingNews {
    /// For who books: how urgent the question was is not theirs to read.
    fileprivate var isOfVisit: Bool { event.isOfVisit }
    fileprivate var prefix: String { matter.urgency == .urgent && !isOfVisit ? "urgent, " : "" }
}

extension TellingEvent {
    /// What happened, after the demand's number.
    fileprivate var told: String {
        switch self {
        case .taken: "un expert l’a prise"
        case .informationAsked: "l’expert vous demande une précision"
        case .answered: "l’avis vous attend"
        case .patientToBeSeen: "l’avis vous attend, avec une date à tenir"
        case .corrected: "une nouvelle version de l’avis vous attend"
        case .declined: "elle n’a pas pu être prise, le motif vous attend"
        case .newUrgent: "demande urgente à prendre"
        case .proposed: "elle vous est proposée"
        case .informationGiven: "la précision demandée est arrivée"
        case .followUpAsked: "une question sur votre avis"
        case .identityCorrected: "l’identité du patient a été corrigée"
        case .fileWithdrawn: "une pièce jointe a été retirée"
        case .overdue: "le délai de réponse est dépassé"
        case .visitNews: "du nouveau sur le rendez-vous"
        case .unread: "la réponse n’a pas encore été lue"
        case .unbooked: "rendez-vous à donner, la moitié du délai est passée"
        case .unseen: "rendez-vous à confirmer, le jour prévu est arrivé"
        }
    }

    /// Someone has to do something before an hour.
    fileprivate var isAboutDelay: Bool {
        switch self {
        case .newUrgent, .proposed, .informationGiven, .followUpAsked, .overdue: true
        case .taken, .informationAsked, .answered, .patientToBeSeen, .corrected, .declined, .identityCorrected,
            .fileWithdrawn, .visitNews, .unread, .unbooked, .unseen:
            false
        }
    }
}

extension String {
    /// A line's title is a network's own text: whatever it holds, it stays on its line.
    fileprivate var onOneLine: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }
}
