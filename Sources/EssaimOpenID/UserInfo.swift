import EssaimDomain
import EssaimWorkflow
import JWTKit

/// What a provider says of someone: the standard claims, and Pro Santé Connect's own (« Données d’identité », RASS). Nearly
/// all may be missing.
struct UserInfo: JWTPayload {
    struct Reference: Codable, Sendable {
        struct Exercise: Codable, Sendable {
            struct Activity: Codable, Sendable {
                let codeModeExercice: String?
                let numeroFinessSite: String?
                let identifiantTechniqueDeLaStructure: String?
                let raisonSocialeSite: String?
                let enseigneCommercialeSite: String?
                let bureauCedex: String?
                let codePostal: String?
                let codeCommune: String?
            }

            let codeProfession: String?
            let nomDexercice: String?
            let prenomDexercice: String?
            let codeTypeSavoirFaire: String?
            let codeSavoirFaire: String?
            let activities: [Activity]?
        }

        let exercices: [Exercise]?
    }

    struct OtherID: Codable, Sendable {
        let identifiant: String?
        let origine: String?
    }

    let sub: String?
    /// Of a signed answer alone (OpenID Connect Core 1.0, §5.3.2).
    let iss: String?
    let aud: AudienceClaim?
    let exp: Double?
    let SubjectNameID: String?
    let SubjectRefPro: Reference?
    let otherIds: [OtherID]?
    let family_name: String?
    let given_name: String?
    let name: String?
    let preferred_username: String?

    func verify(using algorithm: some JWTAlgorithm) {}

    /// Where it says by whom, for whom and until when, that is by them, for us, and now.
    func isFor(_ settings: ProviderSettings, now: Double) -> Bool {
        (iss ?? settings.issuer) == settings.issuer && aud?.value.contains(settings.clientID) != false
            && exp.map { now < $0 + IDToken.leeway } != false
    }

    /// - Throws: `.identity` where it says nobody that we could know again.
    func identity(_ settings: ProviderSettings, sub: String, idToken: String) throws(ProviderFault) -> ProvenIdentity {
        let subject = settings.kind == .proSanteConnect ? SubjectNameID ?? "" : sub
        guard !subject.isEmpty, subject.utf8.count <= 200 else { throw .identity }
        let exercises = (SubjectRefPro?.exercices ?? []).compactMap { ProvenIdentity.Exercise($0) }
        let family = Self.plain(family_name) ?? exercises.first?.familyName ?? Self.plain(name) ?? ""
        let given = Self.plain(given_name) ?? exercises.first?.givenName ?? ""
        guard !family.isEmpty || !given.isEmpty else { throw .identity }
        return ProvenIdentity(
            provider: settings.name, issuer: settings.issuer, subject: subject,
            rpps: settings.kind == .proSanteConnect ? Self.rpps(subject) : nil, familyName: family, givenName: given,
            exercises: exercises.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, idToken: idToken)
    }

    /// `8` and the RPPS (interoperability framework, « identifiant national de professionnel »).
    private static func rpps(_ nationalID: String) -> RPPS? {
        guard nationalID.hasPrefix("8"), case .success(let rpps) = RPPS.parse(String(nationalID.dropFirst())) else {
            return nil
        }
        return rpps
    }

    static func plain(_ text: String?) -> String? {
        guard let text = text?.trimmed, !text.isEmpty else { return nil }
        return String(text.prefix(200))
    }
}

extension ProvenIdentity.Exercise {
    /// Nil for a profession that asks nothing here.
    fileprivate init?(_ said: UserInfo.Reference.Exercise) {
        guard let profession = said.codeProfession.flatMap(Profession.init(rawValue:)) else { return nil }
        // TRE_R04: S is a specialty of TRE_R38; other kinds of know-how are none.
        let specialty = said.codeTypeSavoirFaire == "S" ? UserInfo.plain(said.codeSavoirFaire) : nil
        let activities = (said.activities ?? []).compactMap { ProvenIdentity.Activity($0) }
        self.init(
            profession: profession, specialty: specialty, familyName: UserInfo.plain(said.nomDexercice) ?? "",
            givenName: UserInfo.plain(said.prenomDexercice) ?? "",
            activities: activities.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
}

extension ProvenIdentity.Activity {
    fileprivate init?(_ said: UserInfo.Reference.Exercise.Activity) {
        guard let mark = UserInfo.plain(said.identifiantTechniqueDeLaStructure) else { return nil }
        let name = UserInfo.plain(said.enseigneCommercialeSite) ?? UserInfo.plain(said.raisonSocialeSite) ?? mark
        // « 75009 PARIS », or the town alone.
        let office = UserInfo.plain(said.bureauCedex)
        let town = office.map { String($0.drop { $0.isNumber || $0 == " " }) }
        var finess: FINESS?
        if let text = UserInfo.plain(said.numeroFinessSite), case .success(let number) = FINESS.parse(text) {
            finess = number
        }
        self.init(
            mark: mark, name: name, mode: said.codeModeExercice.flatMap(PracticeMode.init(rawValue:)) ?? .liberal,
            finess: finess, commune: UserInfo.plain(said.codeCommune).flatMap(INSEECommune.init(rawValue:)),
            postalCode: UserInfo.plain(said.codePostal), town: town.flatMap { $0.isEmpty ? nil : $0 })
    }
}
