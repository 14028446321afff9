/// The second step of a sign-in, or the proof asked of who is signed in: a key, or a code.
struct SecondStepModel: Sendable {
    static let stepName = "_etape"
    static let codeName = "code"

    var seal: FormSeal
    var step: String
    var takesCode: Bool
    var takesRecovery: Bool
    var passkeys: [[UInt8]]
    var challenge: [UInt8]
    var error: String?
    var resume: SignInResume?
    /// Asked of someone signed in: it leads back to where they were.
    var isProof = false
    /// Who vouched for this session, and may do it again.
    var provider: LoginModel.Provider?

    static let sample = SecondStepModel(
        seal: .sample, step: "etape", takesCode: true, takesRecovery: true, passkeys: [[1, 2, 3]], challenge: [4, 5, 6])
    static let codeSample = SecondStepModel(
        seal: .sample, step: "etape", takesCode: true, takesRecovery: true, passkeys: [], challenge: [4, 5, 6],
        error: wrongCode)
    static let proofSample = SecondStepModel(
        seal: .sample, step: "etape", takesCode: true, takesRecovery: false, passkeys: [[1, 2, 3]],
        challenge: [4, 5, 6], isProof: true)
    static let providerSample = SecondStepModel(
        seal: .sample, step: "etape", takesCode: false, takesRecovery: false, passkeys: [], challenge: [4, 5, 6],
        isProof: true, provider: LoginModel.Provider(name: "psc", title: "Pro Santé Connect"))

    static let wrongCode = "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, puis recommencez."
    static let wrongKey = "Cette clé d’accès n’a pas été reconnue. Essayez-en une autre, ou un code."
    static let over = "Trop de temps ou trop d’essais ont passé. Recommencez depuis le début."
}
