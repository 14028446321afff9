/// The sign-in page; also what an expired session shows, with what was being sent carried along.
struct LoginModel: Sendable {
    struct Provider: Sendable {
        var name: String
        var title: String
    }

    static let identifierName = "identifiant"
    static let passwordName = "mot_de_passe"

    var seal: FormSeal
    var identifier: String = ""
    /// One sentence for a wrong name and a wrong password alike.
    var error: String?
    var resume: SignInResume?
    /// By whom one may sign in beside a local account.
    var providers: [Provider] = []
    /// A demonstration offers its personas.
    var offersPersonas: Bool = false

    static let sample = LoginModel(
        seal: .sample, providers: [Provider(name: "psc", title: "Pro Santé Connect")], offersPersonas: true)
    static let refusedSample = LoginModel(
        seal: .sample, identifier: "claire.morvan",
        error: "L’identifiant ou le mot de passe ne correspond pas. Vérifiez les deux, puis recommencez.")
    static let resumedSample = LoginModel(
        seal: .sample, identifier: "herve.legoff",
        resume: SignInResume(
            path: .reply("sample"),
            fields: [.init(name: "text", value: "Lésion suspecte\u{A0}: à voir sous dix jours.")],
            what: "votre réponse"))
}
