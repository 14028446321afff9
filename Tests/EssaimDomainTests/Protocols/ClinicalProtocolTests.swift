import EssaimDomain
import Testing

struct ClinicalProtocolTests {
    typealias Item = ClinicalProtocol.Item

    private static let yesOrNo = [ClinicalProtocol.Option(code: "a", label: "A"), .init(code: "b", label: "B")]

    private func form(_ items: [Item], _ slots: [ClinicalProtocol.AttachmentSlot] = []) throws -> ClinicalProtocol {
        try ClinicalProtocol(id: "form", version: "1", title: "Form", items: items, slots: slots)
    }

    private func fault(_ items: [Item], _ slots: [ClinicalProtocol.AttachmentSlot] = []) -> ProtocolFault? {
        do throws(ProtocolFault) {
            _ = try ClinicalProtocol(id: "form", version: "1", title: "Form", items: items, slots: slots)
            return nil
        } catch { return error }
    }

    private func asks(_ id: String, _ kind: ClinicalProtocol.Kind = .boolean, when target: String? = nil) -> Item {
        Item(id: id, label: id, kind: kind, conditions: target.map { [.init(item: $0, test: .equals("true"))] } ?? [])
    }

    @Test func `a form that cannot work is refused by name`() {
        #expect(fault([]) == .noItem)
        #expect(fault([asks("")]) == .emptyId)
        #expect(fault([asks("a"), asks("g", .group([asks("a")]))]) == .duplicateId("a"))
        #expect(fault([Item(id: "a", label: "", kind: .boolean)]) == .emptyLabel(item: "a"))
        #expect(fault([asks("a", .choice([]))]) == .noOption(item: "a"))
        #expect(fault([asks("a", .choice(Self.yesOrNo + Self.yesOrNo))]) == .duplicateOption(item: "a", code: "a"))
        #expect(fault([asks("a", when: "b")]) == .unknownConditionTarget(item: "a", target: "b"))
        #expect(
            fault([asks("a", when: "g"), asks("g", .group([asks("b")]))]) == .conditionOnGroup(item: "a", target: "g"))
        #expect(
            fault([asks("a", when: "c"), asks("c", .choice(Self.yesOrNo))])
                == .impossibleValue(item: "a", target: "c", value: "true"))
        #expect(fault((0...500).map { asks("q\($0)") }) == .tooManyItems(limit: 500))
        #expect(
            fault([asks("a")], [.init(code: "x", label: "X"), .init(code: "x", label: "X")]) == .duplicateSlot("x"))
    }

    @Test func `groups within groups without end are refused, without walking down them`() {
        var item = asks("leaf")
        for depth in 0..<2000 { item = asks("g\(depth)", .group([item])) }
        #expect(fault([item]) == .tooDeep(limit: 8))
    }

    @Test func `conditions that go round in a circle are refused with the circle`() {
        #expect(fault([asks("a", when: "a")]) == .circularCondition(["a", "a"]))
        #expect(
            fault([asks("a", when: "b"), asks("b", when: "c"), asks("c", when: "a")])
                == .circularCondition(["a", "b", "c", "a"]))
        // A group that shows only if one of its own questions is answered.
        let group = Item(
            id: "g", label: "g", kind: .group([asks("in")]), conditions: [.init(item: "in", test: .equals("true"))])
        #expect(fault([group]) == .circularCondition(["g", "in", "g"]))
        #expect(fault([asks("a"), asks("b", when: "a"), asks("c", when: "a")]) == nil)
    }

    @Test func `a compulsory question without an answer is named, an optional or hidden one is not`() throws {
        let form = try form([
            Item(id: "must", label: "Siège", kind: .choice(Self.yesOrNo), isRequired: true),
            asks("may"),
            Item(
                id: "hidden", label: "Précisez", kind: .text(isLong: false), isRequired: true,
                conditions: [.init(item: "must", test: .equals("b"))]),
        ])
        #expect(form.check([:]).faults == [FieldFault(field: "form.must", message: "Choisissez une réponse.")])
        #expect(form.check(["must": ["a"]]).faults == [])
        #expect(
            form.check(["must": ["b"]]).faults == [FieldFault(field: "form.hidden", message: "Écrivez quelques mots.")])
        #expect(form.check(["must": ["a"], "hidden": ["rest of a change of mind"]]).answers == ["must": ["a"]])
    }

    @Test func `what is hidden raises no red flag and hides what depends on it`() throws {
        let form = try form([
            asks("first"), asks("second", when: "first"),
            Item(
                id: "third", label: "Fièvre", kind: .boolean,
                conditions: [.init(item: "second", test: .equals("true"))],
                redFlags: [.init(when: .equals("true"), message: "Appelez le 15.")]),
        ])
        let yes = ["true"]
        let raised = form.check(["first": yes, "second": yes, "third": yes])
        #expect(raised.redFlags == [RedFlag(item: "third", label: "Fièvre", message: "Appelez le 15.")])
        let hidden = form.check(["first": ["false"], "second": yes, "third": yes])
        #expect(hidden.redFlags == [] && hidden.visible == ["first"] && hidden.answers == ["first": ["false"]])
        #expect(form.check(["first": yes, "second": yes, "third": ["false"]]).redFlags == [])
    }

    @Test(arguments: [
        (ClinicalProtocol.Kind.boolean, "true", true), (.boolean, "oui", false), (.integer, "12", true),
        (.integer, "-3", true), (.integer, "12,5", false), (.integer, "1e3", false), (.integer, "99999999999", false),
        (.decimal, "12,5", true), (.decimal, "12.5", true), (.decimal, "0x1", false), (.decimal, "inf", false),
        (.decimal, "1,2,3", false), (.decimal, ",5", false), (.date, "21/11/2026", true), (.date, "31/02/2026", false),
        (.choice(yesOrNo), "a", true), (.choice(yesOrNo), "c", false), (.text(isLong: true), "mots", true),
        (.text(isLong: true), String(repeating: "é", count: 8001), false),
        (.text(isLong: true), String(repeating: "é", count: 8000), true),
    ])
    func `an answer is read by its kind`(kind: ClinicalProtocol.Kind, answer: String, isRead: Bool) throws {
        #expect(try form([asks("a", kind)]).check(["a": [answer]]).faults.isEmpty == isRead)
    }

    @Test(arguments: [(["a"], true), (["a", "b"], true), (["a", "z"], false)])
    func `several answers are for a multiple choice`(answers: [String], isRead: Bool) throws {
        #expect(try form([asks("m", .multipleChoice(Self.yesOrNo))]).check(["m": answers]).faults.isEmpty == isRead)
        #expect(try form([asks("m", .choice(Self.yesOrNo))]).check(["m": answers]).faults.isEmpty == (answers == ["a"]))
    }

    @Test(
        arguments: [("0", "Au moins 1\u{A0}mm."), ("501", "Au plus 500\u{A0}mm."), ("9", nil)] as [(String, String?)])
    func `a number beyond its bounds is refused with the bound`(typed: String, message: String?) throws {
        let form = try form([Item(id: "size", label: "Taille", kind: .integer, unit: "mm", minimum: 1, maximum: 500)])
        #expect(form.check(["size": [typed]]).faults.first?.message == message)
    }

    @Test(arguments: [
        (ClinicalProtocol.Test.less(than: "90"), "89", true), (.less(than: "90"), "90", false),
        (.atMost("90"), "90,0", true),
        (.greater(than: "37,5"), "38", true), (.greater(than: "37,5"), "37.5", false), (.atLeast("38"), "38", true),
        (.equals("38"), "38,0", true), (.differs("38"), "39", true), (.differs("38"), "38,0", false),
        (.exists(true), "1", true), (.exists(false), "1", false), (.less(than: "90"), "mots", false),
    ])
    func `a red flag compares numbers by value`(test: ClinicalProtocol.Test, answer: String, isRaised: Bool) throws {
        let form = try form([
            Item(id: "n", label: "SpO2", kind: .decimal, redFlags: [.init(when: test, message: "Appelez le 15.")])
        ])
        #expect(form.check(["n": [answer]]).redFlags.isEmpty == !isRaised)
        #expect(form.check(["n": [answer]]).answers == ["n": [answer]])
    }

    @Test func `an item shows when all its conditions hold, or any where one is enough`() throws {
        let conditions = [
            ClinicalProtocol.Condition(item: "a", test: .equals("true")), .init(item: "b", test: .equals("true")),
        ]
        let all = try form([asks("a"), asks("b"), Item(id: "c", label: "c", kind: .boolean, conditions: conditions)])
        let any = try form([
            asks("a"), asks("b"),
            Item(id: "c", label: "c", kind: .boolean, conditions: conditions, needsAllConditions: false),
        ])
        for (answers, inAll, inAny) in [
            ([:], false, false), (["a": ["true"]], false, true), (["a": ["true"], "b": ["true"]], true, true),
        ] as [(FormAnswers, Bool, Bool)] {
            #expect(all.check(answers).visible.contains("c") == inAll)
            #expect(any.check(answers).visible.contains("c") == inAny)
        }
    }

    @Test func `compulsory photographs that are not there are named`() throws {
        let slots = [
            ClinicalProtocol.AttachmentSlot(code: "centered", label: "Centrée", isRequired: true),
            .init(code: "wide", label: "Large", isRequired: true), .init(code: "dermoscopy", label: "Dermoscopie"),
        ]
        let form = try form([asks("a")], slots)
        #expect(form.missingSlots(filled: ["centered", "centered", "other"]).map(\.slot.code) == ["wide"])
        #expect(form.missingSlots(filled: ["wide", "centered"]).isEmpty)
    }

    @Test func `a reader sees answers in words, in the order of the form`() throws {
        let form = try form([
            Item(id: "site", label: "Siège", kind: .multipleChoice(Self.yesOrNo)),
            asks(
                "g",
                .group([
                    Item(id: "size", label: "Taille", kind: .decimal, unit: "mm"), asks("fever"), asks("seen", .date),
                ])),
        ])
        let lines = form.lines(of: [
            "seen": ["2026-11-21"], "size": ["9.5"], "site": ["b", "a"], "fever": ["false"], "x": ["y"],
        ])
        #expect(
            lines.map { "\($0.label) \($0.text)" } == [
                "Siège B, A", "Taille 9,5\u{A0}mm", "fever non", "seen 21/11/2026",
            ])
    }

    private func measure(_ numbers: [Item], separator: String = "×") -> Item {
        Item(id: "m", label: "Taille", kind: .group(numbers), separator: separator)
    }

    @Test func `a measure is several numbers of one unit`() {
        let (long, wide) = (
            Item(id: "l", label: "Longueur", kind: .integer, unit: "mm"),
            Item(id: "w", label: "Largeur", kind: .decimal, unit: "mm")
        )
        #expect(fault([measure([long, wide])]) == nil)
        #expect(fault([measure([long])]) == .oddMeasure(item: "m"))
        #expect(fault([measure([long, asks("b")])]) == .oddMeasure(item: "m"))
        #expect(
            fault([measure([long, Item(id: "c", label: "c", kind: .integer, unit: "cm")])]) == .oddMeasure(item: "m"))
        #expect(fault([Item(id: "n", label: "n", kind: .integer, separator: "/")]) == .oddMeasure(item: "n"))
    }

    @Test func `no answers, however hostile, bring the check down`() throws {
        let kinds: [ClinicalProtocol.Kind] = [
            .boolean, .integer, .decimal, .date, .text(isLong: false), .choice(Self.yesOrNo),
            .multipleChoice(Self.yesOrNo),
        ]
        let form = try form(kinds.enumerated().map { Item(id: "q\($0)", label: "q", kind: $1, isRequired: true) })
        for text in hostileTexts {
            let check = form.check(
                FormAnswers(Dictionary(uniqueKeysWithValues: kinds.indices.map { ("q\($0)", [text, text]) })))
            #expect(check.faults.count >= kinds.count - 1)
        }
    }
}
