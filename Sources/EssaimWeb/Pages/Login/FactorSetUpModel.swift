import EssaimWorkflow

/// A second factor to be set up: a key, or an application that shows codes.
struct FactorSetUpModel: Sendable {
    var seal: FormSeal
    var step: String
    var owner: PasskeyFields.Owner
    var challenge: [UInt8]
    var passkeys: [[UInt8]]
    var secret: String
    var square: TimeCodeSetUp.Square?
    /// It ends a sign-in; else one more, of someone signed in.
    var isFirst: Bool
    var error: String?
    var resume: SignInResume?

    static let sample = FactorSetUpModel(
        seal: .sample, step: "etape", owner: .init(handle: [1], login: "anne.legoff", name: "Dr Anne Le Goff"),
        challenge: [4, 5, 6], passkeys: [], secret: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP",
        square: .init(side: 21, runs: [.init(column: 0, row: 0, length: 7), .init(column: 14, row: 0, length: 7)]),
        isFirst: true)
    static let refusedSample = FactorSetUpModel(
        seal: .sample, step: "etape", owner: .init(handle: [1], login: "anne.legoff", name: "Dr Anne Le Goff"),
        challenge: [4, 5, 6], passkeys: [[1]], secret: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP", isFirst: false,
        error: SecondStepModel.wrongCode)
}

extension FactorSetUpModel {
    init(_ setUp: FactorSetUp, seal: FormSeal, error: String? = nil, resume: SignInResume? = nil) {
        self.init(
            seal: seal, step: setUp.token,
            owner: .init(handle: setUp.handle, login: setUp.login, name: setUp.name), challenge: setUp.challenge,
            passkeys: setUp.passkeys, secret: setUp.timeCode.typed, square: setUp.timeCode.square,
            isFirst: setUp.isFirst, error: error, resume: resume)
    }
}
