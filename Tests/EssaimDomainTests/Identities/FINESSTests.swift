import EssaimDomain
import Testing

struct FINESSTests {
    @Test(arguments: ["750712184", "75 071 2184", "770000420", "2A0000014", "2b 000 0020", "970400016"])
    func `an establishment's number is read, Corsica's too`(typed: String) throws {
        #expect(try FINESS.parse(typed).get().hasKey)
    }

    @Test(arguments: [
        ("750712185", IdentityFault.wrongKey(.finess)), ("2A0000015", .wrongKey(.finess)),
        ("75071218", .tooShort(.finess, missing: 1)), ("7507121840", .tooLong(.finess, extra: 1)),
        ("2C0000014", .unexpected(.finess, "C")), ("A20000014", .unexpected(.finess, "A")), ("", .empty(.finess)),
    ])
    func `a wrong number is refused with its fault`(typed: String, fault: IdentityFault) {
        #expect(FINESS.parse(typed) == .failure(fault))
    }

    @Test func `a message counts characters, for a FINESS may hold a letter`() {
        let fault = IdentityFault.tooShort(.finess, missing: 2)
        #expect(fault.message == "Il manque 2\u{A0}caractères\u{A0}: un FINESS en a 9.")
    }

    @Test(arguments: [
        ("0B0172805", true), ("1B0062023", false), ("750712185", false),
    ])
    func `a test establishment is admitted only without the key`(typed: String, hasKey: Bool) throws {
        #expect(((try? FINESS.parse(typed).get()) != nil) == hasKey)
        #expect(try FINESS.parse(typed, strict: false).get().hasKey == hasKey)
    }

    @Test(arguments: [
        ("226700117", true), ("22 6700 117", true), ("2A6700117", true), ("22670011", false), ("22670O117", false),
    ])
    func `a billing number has nine digits`(typed: String, isRead: Bool) {
        #expect(((try? ADELI.parse(typed).get()) != nil) == isRead)
    }
}
