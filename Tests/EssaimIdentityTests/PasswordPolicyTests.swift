import Testing

@testable import EssaimIdentity

@Suite struct `Choosing a password` {
    @Test(arguments: [
        "cheval agrafe correct pile", "Tr0ubad0ur-du-lavoir", "9fK2-xQ7m-Wz4T", "les bigorneaux dansent",
        "été pluvieux 1987 mûre",
        "maison soleil voiture chocolat", "zébu·zinc·zeste·zoo", "Lannion-Tregor fougere", "gnou velours 42 kayak",
    ])
    func `a long password that nobody tries first is taken`(_ password: String) {
        #expect(throws: Never.self) { try PasswordPolicy.check(password, login: "yann.legall@example.fr") }
    }

    @Test(arguments: [
        ("", PasswordFault.tooShort(minimum: 12)), ("onze lettre", .tooShort(minimum: 12)),
        ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", .tooShort(minimum: 12)),
        (String(repeating: "abcdéfgh-z", count: 13), .tooLong(maximum: 128)),
        ("cheval agrafe\ncorrect", .controlCharacter), ("cheval agrafe\tcorrect", .controlCharacter),
        ("cheval agrafe\u{0}correct", .controlCharacter),
        ("yann.legall2026", .containsLogin), ("le YANN.LEGALL est là", .containsLogin),
        ("x-yann.legall@example.fr", .containsLogin), ("Yânn.Legäll-plage", .containsLogin),
        ("aaaaaaaaaaaa", .predictable), ("121212121212", .predictable), ("aabbccddaabb", .predictable),
        ("azertyuiopqs", .predictable), ("123456789012", .predictable), ("poiuytrezamlk", .predictable),
        ("123456789abc", .predictable), ("112233445566", .predictable), ("abcdefghijkl", .predictable),
        ("qwertyuiop12", .predictable), ("1q2w3e4r5t6y", .predictable), ("kiwi-kiwi-kiwi-", .predictable),
        ("motdepasse2026", .common), ("MotDePasse!!", .common), ("Mot de passe 1", .common), ("m0td3p4ss3 42", .common),
        ("P@$$w0rd2026", .common), ("password12345", .common), ("Marseille2026!", .common), ("***bretagne***", .common),
        ("bienvenue-2026", .common), ("docteur-soleil", .common), ("AdminAdministrateur", .common),
        ("changezmoi123", .common), ("septembre2026", .common), ("telesante-2026", .common),
        ("soleil-maison-docteur", .common), ("essaim1234567", .common),
    ])
    func `a password that is short, tried first or tied to the login is refused`(
        _ password: String, _ fault: PasswordFault
    ) {
        #expect(throws: fault) { try PasswordPolicy.check(password, login: "yann.legall@example.fr") }
    }

    @Test func `a login of three letters or none forbids nothing`() {
        #expect(throws: Never.self) { try PasswordPolicy.check("cheval agrafe correct pile", login: "pil") }
        #expect(throws: Never.self) { try PasswordPolicy.check("cheval agrafe correct pile", login: "") }
    }

    @Test func `a character made of very many marks is not one character's worth of work`() {
        let heavy = "abcdefgh-zxw" + String(repeating: "\u{301}", count: 600)
        #expect(throws: PasswordFault.tooLong(maximum: 128)) { try PasswordPolicy.check(heavy, login: "") }
    }

    @Test func `the list holds more than a hundred words, folded as passwords are`() {
        #expect(CommonPasswords.words.count > 200)
        #expect(CommonPasswords.all.allSatisfy { word in word.utf8.allSatisfy { (0x21...0x7E).contains($0) } })
        #expect(CommonPasswords.all.allSatisfy { $0 == $0.lowercased() })
    }

    @Test(arguments: [
        PasswordFault.tooShort(minimum: 12), .tooLong(maximum: 128), .controlCharacter, .common, .predictable,
        .containsLogin,
    ])
    func `a refusal says what to do, without an exclamation`(_ fault: PasswordFault) {
        #expect(fault.message.hasPrefix("Ce mot de passe ") && fault.message.hasSuffix("."))
        #expect(!fault.message.contains("!"))
    }
}
