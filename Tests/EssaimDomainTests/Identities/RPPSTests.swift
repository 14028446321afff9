import EssaimDomain
import Testing

struct RPPSTests {
    @Test(arguments: [
        ("10001234565", "10001234565"), ("1 0001 2345 65", "10001234565"), (" 10.001.234.565 ", "10001234565"),
        ("10001-234\u{A0}565", "10001234565"), ("810001234565", "10001234565"), ("10101010105", "10101010105"),
        ("899700218896", "99700218896"),
    ])
    func `a number typed in any usual way is read`(typed: String, read: String) throws {
        #expect(try RPPS.parse(typed).get().rawValue == read)
    }

    @Test(arguments: [
        ("100012345", "Il manque 2\u{A0}chiffres\u{A0}: un RPPS en a 11."),
        ("1000123456", "Il manque 1\u{A0}chiffre\u{A0}: un RPPS en a 11."),
        ("100012345651", "Il y a 1\u{A0}chiffre de trop\u{A0}: un RPPS en a 11."),
        ("10001234566", "La clé ne correspond pas\u{A0}: vérifiez le dernier chiffre, puis les autres."),
        ("1000123456X", "«\u{A0}X\u{A0}» n’a pas sa place ici\u{A0}: un RPPS a 11\u{A0}chiffres."),
        ("", "Indiquez un RPPS\u{A0}: 11\u{A0}chiffres."),
        ("1000123\u{200B}4565", "Un caractère invisible s’est glissé dans le numéro\u{A0}: tapez-le à la main."),
    ])
    func `a wrong number is refused with what is wrong`(typed: String, message: String) {
        guard case .failure(let fault) = RPPS.parse(typed) else { return #expect(Bool(false), "\(typed) was read") }
        #expect(fault.message == message)
    }

    @Test func `a test card without a right key is read only where test cards are admitted`() throws {
        #expect(RPPS.parse("10001234566") == .failure(.wrongKey(.rpps)))
        let rpps = try RPPS.parse("10001234566", strict: false).get()
        #expect(!rpps.hasKey)
    }

    @Test func `every single wrong digit is detected`() throws {
        let right = Array("10001234565".utf8)
        for place in right.indices {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(RPPS.parse(String(decoding: wrong, as: UTF8.self)) == .failure(.wrongKey(.rpps)))
            }
        }
    }

    @Test(arguments: hostileTexts) func `hostile text is refused, never read`(text: String) {
        // Eleven zeros have a right key; they are a number all the same.
        if case .success(let rpps) = RPPS.parse(text) { #expect(rpps.rawValue == "00000000000") }
        #expect(RPPS(rawValue: text)?.rawValue.utf8.count ?? 11 == 11)
    }

    @Test func `a national id is 8 and the number`() throws {
        #expect(try RPPS.parse("10001234565").get().nationalId == "810001234565")
    }
}
