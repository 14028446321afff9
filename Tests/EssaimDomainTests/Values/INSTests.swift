import EssaimDomain
import Testing

struct INSTests {
    private let matricule = "279035121518989"

    @Test(arguments: [
        ("1.2.250.1.213.1.4.8", INS.Authority.nir), ("urn:oid:1.2.250.1.213.1.4.9", .nia),
    ])
    func `a real authority is read in production`(oid: String, authority: INS.Authority) throws {
        let ins = try INS.parse(matricule: matricule, oid: oid, status: .qualified, production: true).get()
        #expect(ins.authority == authority)
    }

    @Test(arguments: ["1.2.250.1.213.1.4.10", "urn:oid:1.2.250.1.213.1.4.11"])
    func `an authority of tests is refused in production and admitted elsewhere`(oid: String) throws {
        #expect(
            INS.parse(matricule: matricule, oid: oid, status: .qualified, production: true) == .failure(.testAuthority))
        #expect(
            try INS.parse(matricule: matricule, oid: oid, status: .qualified, production: false).get().authority
                .isForTests)
    }

    @Test(arguments: ["", "1.2.250.1.213.1.4.12", "1.2.250.1.213.1.4.8 ", "urn:oid:", "URN:OID:1.2.250.1.213.1.4.8"])
    func `another OID is no authority`(oid: String) {
        #expect(
            INS.parse(matricule: matricule, oid: oid, status: .qualified, production: false)
                == .failure(.unknownAuthority))
    }

    @Test func `a matricule without its key is refused`() {
        let refused = INS.parse(
            matricule: "279035121518988", oid: INS.Authority.nir.rawValue, status: .qualified, production: true)
        #expect(refused == .failure(.matricule(.wrongKey(.nir))))
    }

    @Test(arguments: [
        (IdentityStatus.provisional, false), (.retrieved, false), (.validated, false), (.qualified, true),
    ])
    func `the matricule leaves only when the identity is qualified`(status: IdentityStatus, leaves: Bool) throws {
        let ins = try INS.parse(matricule: matricule, oid: INS.Authority.nir.rawValue, status: status, production: true)
            .get()
        #expect((ins.matriculeToSend != nil) == leaves)
    }

    @Test(arguments: [
        (false, false, IdentityStatus.provisional), (true, false, .retrieved), (false, true, .validated),
        (true, true, .qualified),
    ])
    func `only the teleservice and a proof of identity together qualify`(
        retrieved: Bool, proved: Bool, status: IdentityStatus
    ) {
        #expect(IdentityStatus(retrievedFromTeleservice: retrieved, identityProved: proved) == status)
    }

    @Test func `the same matricule under two authorities is two patients`() throws {
        let all = try INS.Authority.allCases.map {
            try INS.parse(matricule: matricule, oid: $0.rawValue, status: .qualified, production: false).get()
        }
        #expect(Set(all).count == 4)
    }
}
