import EssaimWorkflow
import Testing

@testable import EssaimIdentity

@Suite struct `Choosing a password` {
    private static let yann = PasswordContext(own: ["yann.legall@example.fr"])

    @Test(arguments: [
        "cheval agrafe correct pile", "Tr0ubad0ur-du-lavoir", "9fK2-xQ7m-Wz4T", "les bigorneaux dansent",
        "été pluvieux 1987 mûre",
        "maison soleil voiture chocolat", "zébu·zinc·zeste·zoo", "Lannion-Tregor fougere", "gnou velours 42 kayak",
    ])
    func `a long password that nobody tries first is taken`(_ password: String) {
        #expect(throws: Never.self) { try PasswordPolicy.check(password, for: Self.yann) }
    }

    @Test(arguments: [
        ("", PasswordFault.tooShort(minimum: 12)), ("onze lettre", .tooShort(minimum: 12)),
        ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", .tooShort(minimum: 12)),
        (String(repeating: "abcdéfgh-z", count: 13), .tooLong(maximum: 128)),
        ("cheval agrafe\ncorrect", .controlCharacter), ("cheval agrafe\tcorrect", .controlCharacter),
        ("cheval agrafe\u{0}correct", .controlCharacter),
        ("yann.legall2026", .containsOwn), ("le YANN.LEGALL est là", .containsOwn),
        ("x-yann.legall@example.fr", .containsOwn), ("le goff et legall rient", .containsOwn),
        ("Yânn.Legäll-plage", .containsOwn),
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
        #expect(throws: fault) { try PasswordPolicy.check(password, for: Self.yann) }
    }

    /// Whoever tries first tries these: what is known of somebody.
    @Test(arguments: [
        "velours-legoff-kayak", "goff velours kayak", "VELOURS ANNA KAYAK", "kayak soïzic velours",
        "kayak 99900000011 gnou", "kayak a.legoff99 velours", "kayak soizic.x gnou velours", "legoffanna-gnou-42",
    ])
    func `nothing that is known of its owner stands in a password`(_ password: String) {
        let anna = PasswordContext(
            own: ["a.legoff99", "Le Goff", "Anna-Soizic", "99900000011", "soizic.x@exemple.fr"])
        #expect(throws: PasswordFault.containsOwn) { try PasswordPolicy.check(password, for: anna) }
        #expect(throws: Never.self) { try PasswordPolicy.check(password, for: .init()) }
    }

    @Test(arguments: [
        ("OncoBreizh-42!", ["OncoBreizh"]), ("équipe Iroise 35", ["Équipe de l’Iroise"]),
        ("kermaria-2026-ab", ["Cabinet de Kermaria"]), ("Lannion 22300 xy", ["Lannion"]),
        ("essaim avis 2468", []), ("télé-expertises 7", []), ("Dermato & avis 73", []), ("le réseau cardio 5", []),
        ("médecins-experts", []), ("demandes de réponse", []),
    ])
    func `words of the trade and of where one works do not count towards the length`(
        _ password: String, _ places: [String]
    ) {
        let context = PasswordContext(places: places)
        #expect(throws: PasswordFault.contextual) { try PasswordPolicy.check(password, for: context) }
        #expect(throws: Never.self) { try PasswordPolicy.check(password + " gnou velours", for: context) }
    }

    /// Twelve to 128 characters, whatever they are.
    @Test(arguments: [
        ("gnou-kayak-x", true), ("gnou-kayak-", false),
        (String(repeating: "gnou kayak velours 7 ", count: 3) + "z", true),
        (String("gnou velours kayak 42 tilleul ".cycled(128)), true),
        (String("gnou velours kayak 42 tilleul ".cycled(129)), false),
        ("739184620571", true), ("mille et un riens", true), ("🦔🌲🚲🎺🧀🪵🧶🪁🦜🥁🛶🧊", true), ("ÉÀÎŒÆÇÙÊŸÔÜË", true),
        ("            ", false),
    ])
    func `length counts, and no kind of character is asked for`(_ password: String, _ isTaken: Bool) {
        let isFaultless = (try? PasswordPolicy.check(password, for: .init())) != nil
        #expect(isFaultless == isTaken)
    }

    @Test func `a login of three letters or none forbids nothing`() {
        #expect(throws: Never.self) { try PasswordPolicy.check("cheval agrafe correct pile", for: .init(own: ["pil"])) }
        #expect(throws: Never.self) { try PasswordPolicy.check("cheval agrafe correct pile", for: .init(own: [""])) }
    }

    @Test func `a character made of very many marks is not one character's worth of work`() {
        let heavy = "abcdefgh-zxw" + String(repeating: "\u{301}", count: 600)
        #expect(throws: PasswordFault.tooLong(maximum: 128)) { try PasswordPolicy.check(heavy, for: .init()) }
    }

    @Test func `the list holds more than a hundred words, folded as passwords are`() {
        #expect(CommonPasswords.words.count > 200)
        #expect(CommonPasswords.all.allSatisfy { word in word.utf8.allSatisfy { (0x21...0x7E).contains($0) } })
        #expect(CommonPasswords.all.allSatisfy { $0 == $0.lowercased() })
    }

    @Test(arguments: [
        PasswordFault.tooShort(minimum: 12), .tooLong(maximum: 128), .controlCharacter, .common, .predictable,
        .containsOwn, .contextual, .breached,
    ])
    func `a refusal says what to do, without an exclamation`(_ fault: PasswordFault) {
        #expect(fault.message.hasPrefix("Ce mot de passe ") && fault.message.hasSuffix("."))
        #expect(!fault.message.contains("!"))
    }
}

extension String {
    /// Its characters again and again, with a number for each round, up to that many.
    fileprivate func cycled(_ count: Int) -> Substring {
        var (text, round) = ("", 0)
        while text.count < count {
            round += 1
            text += "\(round * round * 7)\(self)"
        }
        return text.prefix(count)
    }
}
