import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// Mails about accounts. They hold nothing that opens one, invitations apart, and nothing of any demand.
extension TellingWords {
    func account(_ event: AccountEvent, _ device: String, _ at: Instant) -> String {
        let moment = PageClock(now: now, rules: .centralEuropean).exact(at)
        let place = device.isEmpty ? "" : ", depuis \(device.onOneLine)"
        return """
            \(event.told)
            Le \(moment) (heure de Paris)\(place).

            Si c’est vous, il n’y a rien à faire.

            Sinon, \(event.isByOperator ? Self.askWhoClosed : advice)

            --\u{20}
            Ce message part à chaque changement de ce qui vous connecte\u{A0}; il ne contient rien qui connecte.

            """
    }

    private var advice: String {
        """
        quelqu’un agit à votre place. Tapez vous-même l’adresse de votre site, puis ouvrez Mon compte et Ma connexion\u{A0}: \
        fermez les autres appareils, changez de mot de passe et retirez ce que vous ne connaissez pas. Si vous n’entrez plus, \
        prévenez tout de suite la personne qui vous a invité\u{A0}: elle fait fermer le compte et vérifie qui vous êtes.
        """
    }

    private static let askWhoClosed = "demandez-en la raison à la personne qui vous a invité ou qui tient le site."

    func invitation(_ secret: String?, _ name: String) -> String {
        let who = name.isEmpty ? "Vous êtes invité" : "\(name.onOneLine) vous invite"
        guard let secret else {
            return """
                \(who) sur Essaim, où des professionnels de santé demandent et donnent des avis.

                Venez avec Pro Santé Connect\u{A0}: carte CPS ou e-CPS, rien d’autre à créer.
                \(site)\(SitePath.login.text)

                Si vous n’attendiez pas ce message, ne faites rien.

                """
        }
        return """
            \(who) sur Essaim, où des professionnels de santé demandent et donnent des avis.

            Ouvrez votre compte dans les trois jours. Ce lien sert une fois\u{A0}:
            \(site)\(SitePath.openAccount(secret).text)

            Vous y choisissez un mot de passe, puis une clé d’accès ou une application de codes. Ne transférez pas ce \
            message\u{A0}: qui ouvre le lien ouvre le compte. S’il est trop tard, demandez-en un autre à qui vous invite.

            Si vous n’attendiez pas ce message, ne faites rien\u{A0}: le lien s’éteint seul.

            """
    }
}

extension AccountEvent {
    /// Nobody signed in did it.
    fileprivate var isByOperator: Bool { [.accountClosed, .accountReopened].contains(self) }

    var subject: String {
        switch self {
        case .passwordChanged, .passwordByLink: "votre mot de passe a changé"
        case .accountOpened: "votre compte est ouvert"
        case .linkMade: "un lien a été fait pour votre compte"
        case .keyAdded: "une clé d’accès a été ajoutée"
        case .keyRemoved: "une clé d’accès a été retirée"
        case .applicationAdded: "une application de codes a été ajoutée"
        case .applicationRemoved: "une application de codes a été retirée"
        case .recoveryRenewed: "vos codes de secours ont été renouvelés"
        case .recoveryUsed: "un code de secours a servi"
        case .providerBound: "une connexion extérieure ouvre votre compte"
        case .addressAsked: "une autre adresse est demandée"
        case .addressChanged: "votre adresse a changé"
        case .addressRemoved: "votre adresse a été retirée"
        case .numberChanged: "votre numéro de mobile a changé"
        case .numberRemoved: "votre numéro de mobile a été retiré"
        case .accountClosed: "votre compte est fermé"
        case .accountReopened: "votre compte est rouvert"
        case .newDevice: "connexion depuis un nouvel appareil"
        case .afterRefusals: "connexion après plusieurs refus"
        case .afterAbsence: "connexion après une longue absence"
        case .secondStepFailed: "votre mot de passe est connu de quelqu’un"
        case .invited, .invitedToProvider: "vous êtes invité"
        }
    }

    /// One sentence or two: what happened.
    fileprivate var told: String {
        switch self {
        case .passwordChanged: "Votre mot de passe Essaim a été changé, et vos autres appareils sont déconnectés."
        case .passwordByLink:
            "Un nouveau mot de passe Essaim a été choisi par un lien à usage unique, et vos appareils sont déconnectés."
        case .accountOpened:
            """
            Votre compte Essaim a été ouvert par un lien à usage unique\u{A0}: un mot de passe y a été choisi, et les clés, \
            l’application et les codes d’avant sont oubliés.
            """
        case .linkMade:
            "Qui tient le site a fait un lien à usage unique pour votre compte Essaim\u{A0}: il donne un nouveau mot de passe."
        case .keyAdded: "Une clé d’accès a été ajoutée à votre compte Essaim\u{A0}: elle le connecte désormais."
        case .keyRemoved: "Une clé d’accès a été retirée de votre compte Essaim."
        case .applicationAdded: "Une application de codes a été ajoutée à votre compte Essaim."
        case .applicationRemoved: "L’application de codes a été retirée de votre compte Essaim."
        case .recoveryRenewed:
            "De nouveaux codes de secours ont été faits\u{A0}: les anciens n’ouvrent plus votre compte Essaim."
        case .recoveryUsed: "Un de vos codes de secours a servi à se connecter à Essaim. Il ne servira plus."
        case .providerBound:
            "Votre compte Essaim s’ouvre désormais par une connexion extérieure, Pro Santé Connect ou celle d’un établissement."
        case .addressAsked:
            """
            Une autre adresse a été donnée pour recevoir les messages de votre compte Essaim. Celle-ci les reçoit jusqu’à ce \
            que l’autre soit confirmée.
            """
        case .addressChanged:
            "L’adresse qui reçoit les messages de votre compte Essaim a changé. L’ancienne n’en recevra plus."
        case .addressRemoved:
            "Cette adresse a été retirée de votre compte Essaim\u{A0}: elle n’en recevra plus de message."
        case .numberChanged: "Le numéro de mobile de votre compte Essaim a été confirmé, ou changé."
        case .numberRemoved: "Le numéro de mobile de votre compte Essaim a été retiré."
        case .accountClosed: "Votre compte Essaim a été fermé\u{A0}: ses sessions sont finies, et rien ne l’ouvre plus."
        case .accountReopened: "Votre compte Essaim a été rouvert."
        case .newDevice:
            "Votre compte Essaim a été ouvert depuis un navigateur ou un système qu’il n’avait pas encore vu."
        case .afterRefusals: "Votre compte Essaim a été ouvert, après plusieurs essais refusés dans la journée."
        case .afterAbsence: "Votre compte Essaim a été ouvert, pour la première fois depuis trois mois."
        case .secondStepFailed:
            """
            Quelqu’un a tapé le bon mot de passe de votre compte Essaim, et s’est trompé cinq fois à la deuxième étape. Il \
            n’est pas entré.
            """
        case .invited, .invitedToProvider: "Vous êtes invité sur Essaim."
        }
    }
}
