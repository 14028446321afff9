import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// What a mail about an account says, and all that it must not.
@Suite struct AccountWordsTests {
    private let words = TellingWords(
        site: "https://essaim.exemple.fr", confirmation: { "/profil/courriel/\($0)" }, now: .sample)

    private func mail(_ event: AccountEvent, _ device: String = "Firefox sur Windows") -> String {
        words.mail(.account(event, device: device, at: .sample))
    }

    @Test func `it says what, when, from where, and what to do if it was somebody else`() {
        #expect(
            mail(.newDevice) == """
                Votre compte Essaim a été ouvert depuis un navigateur ou un système qu’il n’avait pas encore vu.
                Le lundi 23\u{A0}novembre 2026 à 9\u{A0}h\u{A0}30 (heure de Paris), depuis Firefox sur Windows.

                Si c’est vous, il n’y a rien à faire.

                Sinon, quelqu’un agit à votre place. Tapez vous-même l’adresse de votre site, puis ouvrez Mon compte et Ma \
                connexion\u{A0}: fermez les autres appareils, changez de mot de passe et retirez ce que vous ne connaissez \
                pas. Si vous n’entrez plus, prévenez tout de suite la personne qui vous a invité\u{A0}: elle fait fermer le \
                compte et vérifie qui vous êtes.

                --\u{20}
                Ce message part à chaque changement de ce qui vous connecte\u{A0}; il ne contient rien qui connecte.

                """)
    }

    @Test(arguments: AccountEvent.allCases)
    func `no such mail holds a link, and each has a subject of its own kind in French`(_ event: AccountEvent) {
        let text = mail(event)
        #expect(!text.contains("http") && !text.contains("/compte/") && !text.contains("!"))
        let subject = words.subject(.account(event, device: "", at: .sample))
        #expect(subject.hasPrefix("Essaim\u{A0}: ") && subject.count < 60)
        for mark in [" :", " ;", " ?"] { #expect(!text.contains(mark) && !subject.contains(mark)) }
    }

    @Test func `a device that says strange things stays on its line`() {
        let text = mail(.keyAdded, "Firefox\r\nBcc: x@y.z\u{2028}")
        #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix("Bcc") } && !text.contains("\r"))
    }

    @Test func `an invitation holds its link in its text alone, and a provider's holds none`() {
        let named = TellingMessage.Content.invitation(secret: "JETON", from: "Réseau\r\nBcc: d’essai")
        #expect(words.mail(named).contains("\nhttps://essaim.exemple.fr/compte/JETON\n"))
        #expect(words.mail(named).hasPrefix("Réseau  Bcc: d’essai vous invite sur Essaim"))
        #expect(!words.subject(named).contains("JETON") && !words.sms(named).contains("JETON"))
        #expect(!words.subject(named).contains { $0.isNewline })
        let provider = TellingMessage.Content.invitation(secret: nil, from: "")
        #expect(words.mail(provider).contains("Pro Santé Connect") && !words.mail(provider).contains("/compte/"))
        #expect(words.mail(provider).hasPrefix("Vous êtes invité sur Essaim"))
    }
}
