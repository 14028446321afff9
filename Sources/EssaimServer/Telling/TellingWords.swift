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
        case .rota(let event, let network): "Essaim\u{A0}: \(network.onOneLine), \(event.told)"
        case .account(let event, _, _): "Essaim\u{A0}: \(event.subject)"
        case .invitation(_, let name):
            name.isEmpty ? "Essaim\u{A0}: vous êtes invité" : "Essaim\u{A0}: \(name.onOneLine) vous invite"
        case .lineOpened(let line): "Essaim\u{A0}: la ligne \(line.title.onOneLine) est ouverte"
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
        case .rota(let event, let network):
            """
            \(network.onOneLine)\u{A0}: \(event.told).
            \(site)\(event.path.text)
            """
        case .account(let event, let device, let at): account(event, device, at)
        case .invitation(let secret, let name): invitation(secret, name)
        case .lineOpened(let line):
            """
            La ligne \(line.title.onOneLine) (\(line.networkName.onOneLine)) prend maintenant les demandes\u{A0}:
            \(address(line))

            Vous aviez demandé à en être prévenu. Aucun autre message ne viendra pour elle.

            --\u{20}
            Ce que vous voulez recevoir, et quand\u{A0}: \(site)/profil

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
        case .rota(let event, let network):
            return "Essaim\u{A0}: \(network.onOneLine), \(event.told). \(site)\(event.path.text)"
        case .account(let event, _, _): return "Essaim\u{A0}: \(event.subject)."
        // Invitations leave by mail alone.
        case .invitation: return "Essaim\u{A0}: vous êtes invité. \(site)\(SitePath.login.text)"
        case .lineOpened(let line):
            return "Essaim\u{A0}: la ligne \(line.title.onOneLine) est ouverte. \(address(line))"
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

    private func address(_ line: OpenedLine) -> String {
        site + SitePath.line(line.network.rawValue, line.offer.rawValue).text
    }

    private func address(_ news: TellingNews) -> String {
        let id = news.matter.request.rawValue
        if news.matter.state == .draft { return site + SitePath.draft(id).text }
        return site + (news.isOfVisit ? SitePath.visit(id).text : "/demandes/\(id)")
    }
}

extension TellingNews {
    /// For who books: how urgent the question was is not theirs to read.
    fileprivate var isOfVisit: Bool { event.isOfVisit }
    fileprivate var prefix: String { matter.urgency == .urgent && !isOfVisit ? "urgent, " : "" }
}

extension RotaEvent {
    /// What happened, after the network's name.
    fileprivate var told: String {
        switch self {
        case .swapProposed: "un échange de garde vous est proposé"
        case .swapWithdrawn: "un échange de garde est retiré"
        case .swapAccepted: "votre échange de garde est accepté"
        case .swapDeclined: "votre échange de garde est décliné"
        case .turnChanged: "vos gardes ont changé"
        case .lacking: "un jour, personne ne pourra répondre"
        }
    }

    fileprivate var path: SitePath { self == .lacking ? .rotas : .duties }
}

extension TellingEvent {
    /// What happened, after the demand's number.
    fileprivate var told: String {
        switch self {
        case .inYourName: "un collègue la fait en votre nom"
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
        case .reminded: "elle attend toujours une réponse"
        case .widened: "elle est ouverte à votre équipe"
        case .handedBack: "elle est de nouveau à prendre"
        case .alerted: "le délai approche, sans réponse"
        case .informationAwaited: "la précision demandée est toujours attendue"
        case .unacknowledged: "l’équipe destinataire n’a pas encore dit si elle reçoit le patient"
        case .visitNews: "du nouveau sur le rendez-vous"
        case .unread: "la réponse n’a pas encore été lue"
        case .unbooked: "rendez-vous à donner, la moitié du délai est passée"
        case .unseen: "rendez-vous à confirmer, le jour prévu est arrivé"
        }
    }

    /// Someone has to do something before an hour.
    fileprivate var isAboutDelay: Bool {
        switch self {
        case .newUrgent, .proposed, .informationGiven, .followUpAsked, .overdue, .reminded, .widened, .handedBack,
            .alerted:
            true
        case .taken, .informationAsked, .answered, .patientToBeSeen, .corrected, .declined, .identityCorrected,
            .fileWithdrawn, .inYourName, .visitNews, .unread, .unbooked, .unseen, .informationAwaited, .unacknowledged:
            false
        }
    }
}

extension String {
    /// A line's title is a network's own text: whatever it holds, it stays on its line.
    var onOneLine: String {
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
