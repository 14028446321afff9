import EssaimDomain
import Foundation
import Testing

@Suite struct ClaimNumberTests {
    @Test func `a draft kept before the NIR was asked reads as it was, and writes the same`() throws {
        let kept = """
            {"birthDate":"12/08/1958","birthFamilyName":"Fictive","firstGivenName":"Rozenn","sex":"female",\
            "usedFamilyName":""}
            """
        let patient = try JSONDecoder().decode(TypedPatient.self, from: Data(kept.utf8))
        #expect(
            patient
                == .init(birthFamilyName: "Fictive", firstGivenName: "Rozenn", birthDate: "12/08/1958", sex: "female"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(patient), as: UTF8.self) == kept)
        var given = patient
        given.claimNumber = "2 79 03 51 215 189 89"
        #expect(try JSONDecoder().decode(TypedPatient.self, from: try encoder.encode(given)) == given)
    }

    @Test(
        arguments: [
            ("", nil), ("  \u{A0}", nil), ("2 79 03 51 215 189 89", true), ("279035121518988", false), ("12", false),
        ] as [(String, Bool?)])
    func `a NIR is right, wrong, or not given`(_ typed: String, _ isRight: Bool?) {
        let found = TypedPatient(claimNumber: typed).claimNIR
        switch found {
        case nil: #expect(isRight == nil)
        case .success(let number): #expect(isRight == true && number.rawValue == "279035121518989")
        case .failure: #expect(isRight == false)
        }
    }

    @Test func `the counterpart is named by the AM number, else by the FINESS, never by the RPPS`() throws {
        var person = Person(
            id: "p", rpps: RPPS(rawValue: "10000000019"), familyName: "Le Goff", givenName: "Anne", profession: .doctor)
        let commune = try #require(INSEECommune(rawValue: "22113"))
        var place = Structure(id: "s", name: "Cabinet", kind: .practice, commune: commune, communeName: "Lannion")
        #expect(CounterpartNumber(person, of: place) == .missing && CounterpartNumber(nil, of: nil) == .missing)
        place.finess = FINESS(rawValue: "220000012")
        #expect(CounterpartNumber(person, of: place).text == "220000012")
        person.billingNumber = ADELI(rawValue: "221000001")
        #expect(CounterpartNumber(person, of: place).text == "221000001")
    }
}
