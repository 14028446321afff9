/// The sign-in page; also what an expired session shows, with what was being sent carried along.
struct LoginModel: Sendable {
    /// A form that met an expired session: posted again after sign-in.
    struct Resume: Sendable {
        struct Field: Sendable {
            var name: String
            var value: String
        }

        var path: SitePath
        var fields: [Field]
        /// « votre réponse », « votre brouillon ».
        var what: String
    }

    static let identifierName = "identifiant"
    static let passwordName = "mot_de_passe"
    static let resumePathName = "_reprise"
    /// Before the name of each carried field.
    static let carriedPrefix = "_reprise."

    var seal: FormSeal
    var identifier: String = ""
    /// One sentence for a wrong name and a wrong password alike.
    var error: String?
    var resume: Resume?
    /// A demonstration offers its personas.
    var offersPersonas: Bool = false

    static let sample = LoginModel(seal: .sample, offersPersonas: true)
    static let refusedSample = LoginModel(
        seal: .sample, identifier: "claire.morvan",
        error: "L’identifiant ou le mot de passe ne correspond pas. Vérifiez les deux, puis recommencez.")
    static let resumedSample = LoginModel(
        seal: .sample, identifier: "herve.legoff",
        resume: Resume(
            path: .reply("sample"),
            fields: [.init(name: "text", value: "Lésion suspecte\u{A0}: à voir sous dix jours.")],
            what: "votre réponse"))
}
