import EssaimDomain
import Testing

struct ProtocolRulesTests {
    typealias Item = ClinicalProtocol.Item

    private static let yesOrNo = [ClinicalProtocol.Option(code: "a", label: "A"), .init(code: "b", label: "B")]

    private func form(
        _ items: [Item], _ slots: [ClinicalProtocol.AttachmentSlot] = [],
        guidance: ClinicalProtocol.Guidance = .init(), id: String = "form", title: String = "Form"
    ) throws(ProtocolFault) -> ClinicalProtocol {
        try ClinicalProtocol(
            id: Identifier(id), version: "1", title: title, items: items, slots: slots, guidance: guidance)
    }

    private func fault(_ make: () throws(ProtocolFault) -> ClinicalProtocol) -> ProtocolFault? {
        do throws(ProtocolFault) {
            _ = try make()
            return nil
        } catch { return error }
    }

    private func choice(_ id: String, when conditions: [ClinicalProtocol.Condition] = [], all: Bool = true) -> Item {
        Item(id: id, label: id, kind: .choice(Self.yesOrNo), conditions: conditions, needsAllConditions: all)
    }

    private let a = ClinicalProtocol.Condition(item: "q", test: .equals("a"))
    private let b = ClinicalProtocol.Condition(item: "q", test: .equals("b"))

    @Test func `a question whose conditions exclude each other is refused`() {
        #expect(
            fault { () throws(ProtocolFault) in try form([choice("q"), choice("x", when: [a, b])]) }
                == .unreachable(item: "x"))
        let never = ClinicalProtocol.Condition(item: "q", test: .exists(false))
        #expect(
            fault { () throws(ProtocolFault) in try form([choice("q"), choice("x", when: [a, never])]) }
                == .unreachable(item: "x"))
        #expect(
            fault { () throws(ProtocolFault) in try form([choice("q"), choice("x", when: [a, b], all: false)]) } == nil)
        let many = Item(id: "q", label: "q", kind: .multipleChoice(Self.yesOrNo))
        #expect(fault { () throws(ProtocolFault) in try form([many, choice("x", when: [a, b])]) } == nil)
    }

    @Test func `a rule that leads elsewhere names a line or a number, and says why`() {
        func asking(_ rule: ClinicalProtocol.DirectionRule) -> Item {
            Item(id: "q", label: "q", kind: .boolean, directions: [rule])
        }
        let yes = ClinicalProtocol.Test.equals("true")
        #expect(
            fault { () throws(ProtocolFault) in try form([asking(.init(when: yes, message: "Ailleurs."))]) }
                == .directionNowhere(item: "q"))
        #expect(
            fault { () throws(ProtocolFault) in try form([asking(.init(when: yes, message: "", phone: "15"))]) }
                == .emptyMessage(item: "q"))
        #expect(
            fault { () throws(ProtocolFault) in
                try form([asking(.init(when: .equals("peut-être"), message: "Ailleurs.", phone: "15"))])
            } == .impossibleValue(item: "q", target: "q", value: "peut-être"))
    }

    @Test func `an answer that leads elsewhere stops nothing, and a hidden one leads nowhere`() throws {
        let rule = ClinicalProtocol.DirectionRule(when: .equals("a"), message: "Plus vite.", line: "tumours")
        let form = try form([
            choice("q"),
            Item(id: "x", label: "X", kind: .choice(Self.yesOrNo), conditions: [b], directions: [rule]),
        ])
        let check = form.check(["q": ["b"], "x": ["a"]])
        #expect(check.directions.map(\.line) == ["tumours"] && check.redFlags.isEmpty && check.faults.isEmpty)
        #expect(form.check(["q": ["a"], "x": ["a"]]).directions.isEmpty)
        #expect(form.check(["q": ["b"], "x": ["b"]]).directions.isEmpty)
    }

    @Test(arguments: ["", "é", "a b", "a/b", "a\"", String(repeating: "a", count: 65)])
    func `what is no id names no form, no question and no image`(id: String) {
        if !id.isEmpty {
            #expect(fault { () throws(ProtocolFault) in try form([choice(id)]) } == .badId(id))
            #expect(
                fault { () throws(ProtocolFault) in try form([choice("q")], [.init(code: id, label: "X")]) }
                    == .badId(id))
        }
        #expect(fault { () throws(ProtocolFault) in try form([choice("q")], id: id) } == .badId(id))
    }

    @Test func `a header has a title, and bounds`() {
        #expect(fault { () throws(ProtocolFault) in try form([choice("q")], title: "") } == .noTitle)
        let long = String(repeating: "é", count: 1001)
        #expect(
            fault { () throws(ProtocolFault) in try form([choice("q")], guidance: .init(banners: [long])) }
                == .tooLong("the header", limit: 1000))
        #expect(
            fault { () throws(ProtocolFault) in
                try form([choice("q")], guidance: .init(testsFirst: Array(repeating: "x", count: 41)))
            } == .tooMany("lines in the header", limit: 40))
    }

    @Test(arguments: [(-1, false), (0, true), (10, true), (11, false)])
    func `an image is asked from none to ten times`(minimum: Int, holds: Bool) {
        let slot = ClinicalProtocol.AttachmentSlot(code: "x", label: "X", minimum: minimum)
        #expect((fault { () throws(ProtocolFault) in try form([choice("q")], [slot]) } == nil) == holds)
    }

    @Test func `images that are too few are counted`() throws {
        let slots = [
            ClinicalProtocol.AttachmentSlot(code: "eye", label: "Œil", minimum: 2),
            .init(code: "other", label: "Autre"),
        ]
        let form = try form([choice("q")], slots)
        #expect(form.missingSlots(filled: []).map(\.count) == [2])
        #expect(form.missingSlots(filled: ["eye", "other"]).map(\.count) == [1])
        #expect(form.missingSlots(filled: ["eye", "eye"]).isEmpty)
    }

    @Test(arguments: [
        ("Où est la plaie\u{A0}?", "ou-est-la-plaie"), ("HbA1c", "hba1c"), ("Œil – côté", "oeil-cote"),
        ("???", "question"),
        ("", "question"), ("日本", "question"),
    ])
    func `a label becomes an id`(label: String, id: String) { #expect(ClinicalProtocol.slug(label) == id) }

    @Test func `the editor adds, changes, moves and removes, also in a group`() throws {
        var form = try form([choice("q"), Item(id: "g", label: "G", kind: .group([choice("in")]))])
        form = try form.edited(.question(choice("x"), replacing: nil, in: nil))
        form = try form.edited(.question(choice("y"), replacing: nil, in: "g"))
        #expect(form.allItems.map(\.id) == ["q", "g", "in", "y", "x"])
        form = try form.edited(.moveQuestion("y", up: true))
        form = try form.edited(.moveQuestion("x", up: true))
        #expect(form.allItems.map(\.id) == ["q", "x", "g", "y", "in"])
        form = try form.edited(.moveQuestion("q", up: true))
        form = try form.edited(.question(Item(id: "g", label: "Groupe", kind: .group([])), replacing: "g", in: nil))
        #expect(form.allItems.map(\.id) == ["q", "x", "g", "y", "in"] && form.item("g")?.label == "Groupe")
        form = try form.edited(.removeQuestion("in"))
        #expect(form.allItems.map(\.id) == ["q", "x", "g", "y"])
        #expect(try form.edited(.removeQuestion("absent")) == form)
    }

    @Test func `an edit that would break the form leaves none`() throws {
        let form = try form([choice("q"), choice("x", when: [a])])
        #expect(
            fault { () throws(ProtocolFault) in try form.edited(.removeQuestion("q")) }
                == .unknownConditionTarget(item: "x", target: "q"))
        let circle = choice("q", when: [.init(item: "x", test: .equals("a"))])
        #expect(
            fault { () throws(ProtocolFault) in try form.edited(.question(circle, replacing: "q", in: nil)) }
                == .circularCondition(["q", "x", "q"]))
        #expect(
            fault { () throws(ProtocolFault) in try form.edited(.question(choice("q"), replacing: nil, in: nil)) }
                == .duplicateId("q"))
    }
}
