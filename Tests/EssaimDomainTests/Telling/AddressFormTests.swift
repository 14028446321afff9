import EssaimDomain
import Testing

@Suite struct AddressFormTests {
    @Test(arguments: [
        ("06 12 34 56 78", "+33612345678"), ("0712345678", "+33712345678"), ("+33 6 12 34 56 78", "+33612345678"),
        ("+33 (0)6 12 34 56 78", "+33612345678"), ("0033612345678", "+33612345678"), ("06.12.34.56.78", "+33612345678"),
        ("0692 12 34 56", "+262692123456"), ("+262 692 12 34 56", "+262692123456"), ("0690123456", "+590690123456"),
        ("0696123456", "+596696123456"), ("+689 87 12 34 56", "+68987123456"),
        ("02 96 00 00 00", nil), ("0812345678", nil), ("06 12 34 56 7", nil), ("06 12 34 56 789", nil), ("15", nil),
        ("+44 7700 900123", nil), ("", nil), ("bonjour", nil), ("06\r\n12345678", nil), ("0612345678;rm", nil),
        ("٠٦١٢٣٤٥٦٧٨", nil), (String(repeating: "6", count: 1000), nil),
    ])
    func `a mobile number is read as people type it, and nothing else is one`(typed: String, number: String?) {
        #expect(MobileNumber.parse(typed)?.rawValue == number)
    }

    @Test(arguments: [
        ("anne@exemple.fr", true), (" anne.le-goff+essaim@sante.exemple.fr ", true), ("a@b.c", true),
        ("anne@exemple", false), ("anne", false), ("@exemple.fr", false), ("anne@@exemple.fr", false),
        ("an ne@exemple.fr", false), ("anne@exemple.fr\r\nBcc: x@y.z", false), ("anne@exemple.fr,x@y.z", false),
        ("<anne@exemple.fr>", false), ("anne@-exemple.fr", false), ("ånne@exemple.fr", false), (".a@b.c", false),
        (String(repeating: "a", count: 1000) + "@exemple.fr", false),
        (String(repeating: "a", count: 65) + "@exemple.fr", false),
    ])
    func `an address is read, and nothing else is one`(typed: String, isOne: Bool) {
        #expect(MailboxAddress.parse(typed)?.rawValue == (isOne ? typed.trimmed : nil))
    }
}
