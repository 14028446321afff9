import EssaimDomain
import Testing

/// The form of `protocols/plaies.json`, as a nurse fills it.
struct WoundFormTests {
    private let complete = "site=leg cause=leg-ulcer since=months"

    @Test func `three taps are compulsory, and one photograph`() throws {
        let form = try ShippedForm.read("plaies")
        #expect(form.id == "plaies" && form.title == "Plaies et cicatrisation")
        #expect(form.check([:]).faults.map(\.field) == ["form.site", "form.cause", "form.since"])
        #expect(form.check(FormAnswers(answered: complete)).faults == [])
        #expect(form.slots.map(\.code) == ["ruler", "wide", "dressing", "earlier"])
        #expect(form.missingSlots(filled: []).map(\.slot.label) == ["Avec réglette"])
    }

    @Test(
        arguments: [
            ("site=leg", ["side", "pulses", "abi", "compression"]),
            ("site=heel", ["side", "pulses", "abi", "offloading"]),
            ("site=foot", ["side", "pulses", "abi", "offloading"]),
            ("site=stump", ["side"]), ("site=hip", ["side"]), ("site=arm", ["side"]),
            ("site=sacrum", []), ("site=trunk", []), ("site=head", []), ("site=perineum", []),
            ("site=other", ["site-other"]),
            ("cause=pressure", ["support"]), ("cause=diabetic-foot", []), ("cause=burn", []),
            ("bed=red", ["red-part"]), ("bed=red,yellow", ["red-part", "yellow-part"]),
            ("bed=black,bone,pink", ["black-part"]),
            ("diabetes=true", ["hba1c"]), ("diabetes=false", []),
            ("site=sacrum cause=pressure diabetes=true", ["support", "hba1c"]),
        ] as [(String, [String])])
    func `what was answered decides what else is asked`(answered: String, asked: [String]) throws {
        #expect(try ShippedForm.read("plaies").shown(answered) == asked)
    }

    @Test(arguments: [
        ("mottled-fever", "Fièvre avec marbrures"), ("gas-gangrene", "Peau qui crépite, ou odeur putride"),
        ("cold-limb", "Pied ou main devenu froid et blanc"), ("bleeding", "Saignement que la compression n’arrête pas"),
    ])
    func `each alarm stops the sending and shows the 15`(code: String, words: String) throws {
        let form = try ShippedForm.read("plaies")
        let flags = form.check(FormAnswers(answered: "\(complete) alarm=\(code)")).redFlags
        #expect(flags.map(\.item) == ["alarm"])
        #expect(flags.first?.message.hasPrefix(words) == true && flags.first?.message.contains("appelez le 15") == true)
        #expect(form.check(FormAnswers(answered: complete)).redFlags == [])
    }

    @Test(
        arguments: [
            ("length=32 width=18 depth=4", "32 × 18 × 4 mm"), ("length=32 width=18", "32 × 18 mm"),
            ("length=32 width=18 depth=0", "32 × 18 × 0 mm"), ("length=32", "longueur 32 mm"),
            ("length=32 depth=4", "longueur 32 mm, profondeur 4 mm"), ("depth=4", "profondeur 4 mm"),
        ])
    func `a size is read at a glance, and never mistaken`(typed: String, read: String) throws {
        let lines = try ShippedForm.read("plaies").lines(of: FormAnswers(answered: typed))
        #expect(lines.map(\.label) == ["Taille"] && lines.first?.matters == true)
        #expect(lines.first?.text == read.replacing(" × ", with: "\u{A0}×\u{A0}").replacing(" mm", with: "\u{A0}mm"))
    }

    @Test(arguments: [
        ("length=0", "form.length", "Au moins 1\u{A0}mm."), ("length=501", "form.length", "Au plus 500\u{A0}mm."),
        ("width=3,2", "form.width", "Écrivez un nombre entier, par exemple\u{A0}12."),
        ("pain=11", "form.pain", "Au plus 10\u{A0}sur 10."), ("abi=9", "form.abi", "Au plus 2,5."),
        ("red-part=120", "form.red-part", "Au plus 100\u{A0}%."), ("hba1c=2", "form.hba1c", "Au moins 3\u{A0}%."),
    ])
    func `a number that cannot be is said at its field`(typed: String, field: String, message: String) throws {
        let around = "\(complete) bed=red diabetes=true"
        let faults = try ShippedForm.read("plaies").check(FormAnswers(answered: "\(around) \(typed)")).faults
        #expect(faults == [FieldFault(field: field, message: message)])
    }

    @Test func `a reader finds it in the order of the form, by its groups`() throws {
        let lines = try ShippedForm.read("plaies").lines(
            of: FormAnswers(
                answered: "rhythm=two-days diabetes=true hba1c=8,2 site=foot side=left cause=diabetic-foot since=weeks "
                    + "pain=3 bed=yellow,red red-part=60 yellow-part=40 length=32 width=18 depth=4 pulses=felt abi=0.9")
        )
        #expect(
            lines.map { "\($0.group)|\($0.label)|\($0.text)".replacing("\u{A0}", with: " ") } == [
                "|Où est la plaie ?|Pied, orteils", "|Côté|Gauche", "|Cause|Pied diabétique",
                "|Depuis quand ?|1 à 6 semaines", "|Taille|32 × 18 × 4 mm",
                "La plaie|Dans la plaie|Jaune (fibrine), Rouge (bourgeonne)", "La plaie|Part de rouge|60 %",
                "La plaie|Part de jaune|40 %", "La plaie|Douleur, de 0 à 10|3 sur 10",
                "Circulation|Pouls du pied|Perçus", "Circulation|IPS, s’il a été mesuré|0,9",
                "Terrain|Diabète|oui", "Terrain|HbA1c|8,2 %", "Soins|Refait|Tous les 2 jours",
            ])
        #expect(lines.filter(\.matters).map(\.item) == ["site", "cause", "since", "size"])
    }
}
