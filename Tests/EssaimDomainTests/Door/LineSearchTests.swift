import EssaimDomain
import EssaimTestSupport
import Testing

/// Written by hand from what the lines of `ManyLines` say. It is Monday 23 November 2026, 9 h 30.
@Suite struct LineSearchTests {
    private func found(_ question: LineQuestion, _ asker: LineAsker = ManyLines.doctor) -> [FoundLine] {
        ManyLines.search.lines(question, for: asker, at: .sample)
    }

    private func ids(_ need: String, _ asker: LineAsker = ManyLines.doctor) -> [String] {
        found(LineQuestion(need: LineNeed(need)), asker).map(\.offer.id.rawValue)
    }

    @Test(
        arguments: [
            ("grain de beauté qui change", "ghef-dermatologie"), ("GRAINS DE BEAUTE", "ghef-dermatologie"),
            ("un naevus suspect", "ghef-dermatologie"), ("mélanomes", "ghef-dermatologie"),
            ("cancer de la peau", "ghef-dermatologie"), ("dermato", "ghef-dermatologie"),
            ("escarre du talon", "ghsif-plaies"), ("pied diabétique", "ghsif-plaies"), ("plaies", "ghsif-plaies"),
            ("goitre", "forcilles-thyroide"), ("TSH basse", "forcilles-thyroide"),
            ("nodules de la thyroïde", "forcilles-thyroide"), ("endocrino", "forcilles-thyroide"),
            ("toux et essoufflement", "forcilles-pneumologie"), ("jambe gonflée", "ghef-vasculaire"),
            ("phlébite", "ghef-vasculaire"), ("quel antibiotique ?", "ghsif-antibiotiques"),
            ("BMR", "ghsif-antibiotiques"), ("fièvre prolongée", "chsud-interne"), ("surdité", "chsud-orl"),
            ("allergies", "chsud-allergologie"), ("anémie", "forcilles-oncologie"), ("ECG", "closed-doctors"),
            ("électrocardiogramme", "closed-doctors"),
        ])
    func `a need in plain words leads to its line`(need: String, line: String) {
        #expect(ids(need).first == line, "\(ids(need))")
    }

    @Test func `a pressing word that no line says finds nothing, and a need without words finds all`() {
        #expect(ids("stomatologie").isEmpty)
        #expect(ids("").count == 27 && ids("avis pour un patient").count == 27)
    }

    @Test func `coming and paused lines are found, said as such, and never first`() throws {
        let found = found(LineQuestion(need: LineNeed("gériatrie")))
        #expect(found.map(\.offer.id.rawValue) == ["provins-geriatrie", "ghef-geriatrie"])
        #expect(found.map(\.standing) == [.paused(CivilDate(year: 2026, month: 12, day: 1)), .coming(nil)])
        let lungs = self.found(LineQuestion(need: LineNeed("pneumologie")))
        #expect(lungs.map(\.offer.id.rawValue) == ["forcilles-pneumologie", "ghef-pneumologie"])
        #expect(lungs.allSatisfy { ($0.standing.route == nil) == ($0.offer.state != .open) })
    }

    @Test func `a pause ends on its day, an announced opening does not come by itself`() throws {
        let december = Instant.sample + .days(8)
        let later = Instant.sample + .days(200)
        let lines = ManyLines.search.lines(
            LineQuestion(need: LineNeed("gériatrie")), for: ManyLines.doctor, at: december)
        #expect(lines.first?.offer.id == "provins-geriatrie" && lines.first?.standing.route != nil)
        let orthopaedics = ManyLines.search.lines(
            LineQuestion(need: LineNeed("orthopédie")), for: ManyLines.doctor, at: later)
        #expect(orthopaedics.map(\.standing) == [.coming(CivilDate(year: 2027, month: 3, day: 1))])
    }

    @Test func `who may ask first, then open now, then the quickest that is known, then the nearest`() {
        // Observed on enough demands: 40 h before what is promised, seven days; nine demands say nothing.
        #expect(ids("oncologie") == ["forcilles-oncologie", "chsud-oncologie"])
        // The same place, the same promise: one is open at this hour, the other tonight.
        #expect(ids("sinusite") == ["chsud-orl", "chsud-allergologie"])
        // What a line is for, before what it mentions.
        #expect(ids("maladie") == ["ghsif-infectiologie", "chsud-interne"])
        let far = found(LineQuestion(need: LineNeed("vasculaire"), service: .opinion))
        #expect(far.first?.kilometres.map { Int($0.rounded()) } == 49)
        #expect(found(LineQuestion(need: LineNeed("plaies"))).first?.kilometres == 0)
    }

    @Test(
        arguments: [
            ("closed-cardiologie", ManyLines.doctor, LineObstacle.invitation),
            ("closed-paris", ManyLines.doctor, .territory),
            ("oncobreizh-dermatologie", ManyLines.doctor, .territory),
            ("closed-nowhere", ManyLines.doctor, .noTeam(zone: "")),
            (
                "closed-doctors", LineAsker(profession: .nurse, commune: ManyLines.melun.code, networks: []),
                .profession
            ),
            (
                "oncobreizh-empty", LineAsker(profession: .doctor, commune: ManyLines.lannion.code, networks: []),
                .noTeam(zone: "Brest-Lannion")
            ),
            ("ghsif-plaies", LineAsker(profession: .doctor, commune: nil, networks: []), .noStructure),
        ] as [(Identifier<Offer>, LineAsker, LineObstacle)])
    func `what keeps someone from a line is said`(line: Identifier<Offer>, asker: LineAsker, obstacle: LineObstacle) {
        #expect(found(LineQuestion(), asker).first { $0.offer.id == line }?.standing == .obstacle(obstacle))
    }

    @Test func `whom a network knows may ask what it keeps for invited people; who is no professional prepares`() {
        let invited = LineAsker(profession: .doctor, commune: ManyLines.melun.code, networks: ["closed"])
        let coordinator = LineAsker(profession: .none, commune: ManyLines.melun.code, networks: [])
        #expect(found(LineQuestion(), invited).first { $0.offer.id == "closed-cardiologie" }?.standing.route != nil)
        for line in ["closed-orientation", "closed-doctors"] as [Identifier<Offer>] {
            #expect(found(LineQuestion(), coordinator).first { $0.offer.id == line }?.standing.route != nil)
        }
    }

    @Test func `each filter keeps what it says`() throws {
        func count(_ question: LineQuestion) -> Int { found(question).count }
        #expect(count(LineQuestion(place: ManyLines.lannion.code)) == 2)
        #expect(count(LineQuestion(place: ManyLines.rennes.code)) == 0)
        #expect(count(LineQuestion(departement: "29")) == 2)
        #expect(count(LineQuestion(within: 60)) == 1)
        #expect(count(LineQuestion(within: 7 * 1440)) == 27)
        #expect(count(LineQuestion(establishment: "ghsif")) == 3)
        #expect(count(LineQuestion(service: .dayHospital)) == 1)
        #expect(count(LineQuestion(specialty: "Dermatologie et vénéréologie")) == 1)
        #expect(count(LineQuestion(specialty: "Dermatologie%")) == 0)
    }

    @Test(
        arguments: [
            String(repeating: "a", count: 10_000), String(repeating: "dermato ", count: 2_000), "\u{0}\u{7}\u{202E}",
            "%", "_", "'; DROP TABLE offers; --", "e\u{301}\u{301}\u{301}", "👩🏽‍⚕️",
            String(repeating: "\u{301}", count: 5_000),
            "<script>alert(1)</script>",
        ])
    func `whatever is typed is only words`(typed: String) {
        #expect(found(LineQuestion(need: LineNeed(typed))).count <= 27)
    }

    @Test func `an observed delay of fewer than ten demands says nothing`() {
        #expect(!ObservedDelay(counted: 9, median: .hours(1), inTime: 9).isTelling)
        #expect(ObservedDelay(counted: 10, median: .hours(1), inTime: 9).isTelling)
        #expect(ObservedDelay(counted: 200, median: .hours(1), inTime: 199).shareInTime == 99)
        #expect(ObservedDelay(counted: 0, median: .zero, inTime: 0).shareInTime == 0)
    }
}
