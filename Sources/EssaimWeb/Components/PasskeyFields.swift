import EssaimDomain
import HTML

/// What a script needs to have a key made or to have one sign, and the hidden fields that it fills (WebAuthn Level 3, §5). A
/// browser without keys, or without scripts, shows nothing of it.
struct PasskeyFields {
    enum Ceremony: String { case create, get }

    static let identifierName = "cle_identifiant"
    static let clientDataName = "cle_navigateur"
    static let authenticatorDataName = "cle_authentificateur"
    static let signatureName = "cle_signature"
    static let attestationName = "cle_nouvelle"
    static let nameName = "cle_nom"

    /// What the authenticator shows to choose by, when a key is made.
    struct Owner: Sendable {
        var handle: [UInt8]
        var login: String
        var name: String
    }

    var ceremony: Ceremony
    /// Nil where the script asks for one when it is pressed: a page alone leaves nothing.
    var challenge: [UInt8]?
    /// Keys that may sign, or that are there already.
    var passkeys: [[UInt8]] = []
    var owner: Owner?
    var title: String
    var isPrimary = false

    var markup: Markup {
        div(
            .class("passkey"), .data("passkey", ceremony.rawValue),
            challenge.map { .data("challenge", UnpaddedBase64.url.encode($0)) },
            .data("passkeys", passkeys.map { UnpaddedBase64.url.encode($0) }.joined(separator: " ")),
            owner.map { .data("handle", UnpaddedBase64.url.encode($0.handle)) },
            owner.map { .data("login", $0.login) }, owner.map { .data("name", $0.name) }, .hidden()
        ) {
            for name in names { input(.type(.hidden), .name(name), .value("")) }
            button(.type(button: .submit), .class("button \(isPrimary ? "primary" : "secondary") wide")) { title }
            p(.class("error"), .role("status"), .data("passkey-trouble")) {}
        }
    }

    private var names: [String] {
        switch ceremony {
        case .create: [Self.identifierName, Self.clientDataName, Self.attestationName]
        case .get: [Self.identifierName, Self.clientDataName, Self.authenticatorDataName, Self.signatureName]
        }
    }
}
