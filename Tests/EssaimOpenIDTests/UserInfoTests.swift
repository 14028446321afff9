import EssaimDomain
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimOpenID

/// What Pro Santé Connect says of a professional: everything, or nearly nothing.
struct UserInfoTests {
    static let connect = ProviderSettings(
        name: "psc", title: "Pro Santé Connect", kind: .proSanteConnect, issuer: "https://psc.exemple.fr",
        clientID: "essaim", clientSecret: nil)
    static let hospital = ProviderSettings(
        name: "chu", title: "CHU fictif", kind: .other, issuer: "https://chu.exemple.fr", clientID: "essaim",
        clientSecret: nil)

    /// As published examples are made: two exercises said twice, a practice and a hospital.
    static let whole = """
        {"sub": "f:0:899900000017", "SubjectNameID": "810000000017", "family_name": "KERFICTIF", "given_name": "HERVÉ",
         "SubjectRefPro": {"codeCivilite": "M", "exercices": [EXERCISE, EXERCISE]},
         "otherIds": [{"identifiant": "810000000017", "origine": "RPPS", "qualite": 1}], "SubjectOrganizationID": "R99901"}
        """.replacing(
            "EXERCISE",
            with: """
                {"codeProfession": "10", "codeCategorieProfessionnelle": "C", "nomDexercice": "KERFICTIF",
                 "prenomDexercice": "HERVÉ", "codeTypeSavoirFaire": "S", "codeSavoirFaire": "SM26", "activities": [
                  {"codeModeExercice": "L", "codeSecteurDactivite": "SA07", "numeroFinessSite": "",
                   "identifiantTechniqueDeLaStructure": "R99901", "raisonSocialeSite": "CABINET FICTIF",
                   "enseigneCommercialeSite": "", "bureauCedex": "22300 LANNION", "codePostal": "22300",
                   "codeCommune": ""},
                  {"codeModeExercice": "S", "numeroFinessSite": "0B0172805",
                   "identifiantTechniqueDeLaStructure": "F0B0172805", "raisonSocialeSite": "HOPITAL FICTIF",
                   "bureauCedex": "LANNION", "codePostal": "22300"}]}
                """)
    static let bare = """
        {"SubjectNameID": "810000000017", "family_name": "KERFICTIF", "given_name": "HERVÉ", "email_verified": false,
         "SubjectRefPro": {"codeCivilite": "M", "exercices": [{"codeProfession": "10", "nomDexercice": "KERFICTIF",
         "prenomDexercice": "HERVÉ", "codeTypeSavoirFaire": ""}]}}
        """

    private func identity(_ text: String, _ settings: ProviderSettings = connect) throws -> ProvenIdentity {
        try JSONDecoder().decode(UserInfo.self, from: Data(text.utf8)).identity(settings, sub: "s", idToken: "t")
    }

    @Test func `a whole answer tells who, and each place once`() throws {
        let identity = try identity(Self.whole)
        #expect(identity.subject == "810000000017" && identity.familyName == "KERFICTIF")
        #expect(identity.exercises.count == 1, "the same exercise said twice is one")
        let exercise = try #require(identity.exercises.first)
        #expect(exercise.profession == .doctor && exercise.specialty == "SM26")
        #expect(exercise.activities.map(\.mark) == ["R99901", "F0B0172805"])
        #expect(exercise.activities.map(\.name) == ["CABINET FICTIF", "HOPITAL FICTIF"])
        #expect(exercise.activities.map(\.mode) == [.liberal, .salaried])
        #expect(exercise.activities.map(\.town) == ["LANNION", "LANNION"])
        #expect(exercise.activities.map(\.postalCode) == ["22300", "22300"])
    }

    @Test func `an answer that says nearly nothing is someone all the same`() throws {
        let identity = try identity(Self.bare)
        #expect(identity.exercises.map(\.profession) == [.doctor])
        #expect(identity.exercises.flatMap(\.activities).isEmpty && identity.exercises[0].specialty == nil)
    }

    @Test func `the RPPS is the subject's, when its key is right, and of Pro Santé Connect alone`() throws {
        #expect(try identity(Self.bare).rpps == RPPS(rawValue: "10000000017") || RPPS(rawValue: "10000000017") == nil)
        let wrong = Self.bare.replacing("810000000017", with: "810000000010")
        #expect(try identity(wrong).rpps == nil && identity(wrong).subject == "810000000010")
        #expect(try identity(Self.bare, Self.hospital).rpps == nil)
        #expect(try identity(Self.bare, Self.hospital).subject == "s")
    }

    @Test(arguments: [
        "{}", #"{"sub": "s"}"#, #"{"SubjectNameID": "", "family_name": "K"}"#, #"{"SubjectNameID": "8"}"#,
        #"{"SubjectNameID": "810000000017", "family_name": "  "}"#,
    ])
    func `who says nobody is nobody`(_ text: String) {
        #expect(throws: ProviderFault.identity) { try identity(text) }
    }

    @Test func `a hospital's provider needs no more than a subject and a name`() throws {
        let identity = try identity(#"{"sub": "s", "name": "Anne Le Goff"}"#, Self.hospital)
        #expect(identity.familyName == "Anne Le Goff" && identity.exercises.isEmpty && identity.subject == "s")
    }

    @Test func `professions that ask nothing here, and places without a mark, are left out`() throws {
        let text = """
            {"SubjectNameID": "810000000017", "family_name": "K", "SubjectRefPro": {"exercices": [
             {"codeProfession": "999"}, {"codeProfession": "60", "activities": [{"raisonSocialeSite": "SANS MARQUE"}]}]}}
            """
        let identity = try identity(text)
        #expect(identity.exercises.map(\.profession) == [.nurse] && identity.exercises[0].activities.isEmpty)
    }
}
