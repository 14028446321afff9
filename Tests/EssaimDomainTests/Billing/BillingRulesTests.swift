import EssaimDomain
import Foundation
import Testing

struct BillingRulesTests {
    /// The rules as shipped.
    private func rules() throws -> BillingRules {
        let here = URL(fileURLWithPath: #filePath)
        let root = (0..<4).reduce(here) { folder, _ in folder.deletingLastPathComponent() }
        let data = try Data(contentsOf: root.appending(path: "Sources/Assets/billing/acts.json"))
        return try JSONDecoder().decode(BillingRules.self, from: data)
    }

    private func side(
        _ profession: Profession, _ mode: PracticeMode = .liberal, _ structure: Structure.Kind = .practice,
        _ departement: String = "29"
    ) -> AnsweredDemand.Side {
        .init(profession: profession, mode: mode, structure: structure, departement: departement)
    }

    private func acts(
        on day: String, from requester: AnsweredDemand.Side, to expert: AnsweredDemand.Side,
        kind: RequestKind = .teleexpertise, situation: AnsweredDemand.Situation? = nil
    ) throws -> (te2: ActProposal, rqd: ActProposal) {
        let acts = try rules().acts(
            for: AnsweredDemand(
                answeredOn: Wall.day(day), kind: kind, requester: requester, expert: expert, situation: situation))
        #expect(acts.map(\.act) == [.te2, .rqd])
        return (try #require(acts.first), try #require(acts.last))
    }

    @Test(
        arguments: [
            // Day, TE2 and RQD in metropolitan France, then overseas, in cents; nil: nothing.
            ("2022-03-31", nil, nil, nil, nil), ("2022-04-01", 2000, 1000, 2400, 1200),
            ("2023-01-01", 2000, 1000, 2400, 1200),
            ("2025-12-31", 2000, 1000, 2400, 1200), ("2026-01-01", 2300, 1000, 2760, 1200),
            ("2026-11-21", 2300, 1000, 2760, 1200),
        ] as [(String, Int?, Int?, Int?, Int?)])
    func `amounts follow their dates, a doctor asking a doctor`(
        day: String, te2: Int?, rqd: Int?, te2Overseas: Int?, rqdOverseas: Int?
    ) throws {
        let here = try acts(on: day, from: side(.doctor), to: side(.doctor))
        #expect(here.te2.amount?.cents == te2 && here.rqd.amount?.cents == rqd)
        #expect(here.te2.warnings == [] && here.rqd.warnings == [])
        let overseas = side(.doctor, .liberal, .practice, "974")
        let there = try acts(on: day, from: overseas, to: overseas)
        #expect(there.te2.amount?.cents == te2Overseas && there.rqd.amount?.cents == rqdOverseas)
    }

    @Test func `each side bills the amount of its own territory`() throws {
        let acts = try acts(on: "2026-11-21", from: side(.doctor, .liberal, .practice, "971"), to: side(.doctor))
        #expect(acts.te2.amount == Amount(cents: 2300) && acts.rqd.amount == Amount(cents: 1200))
    }

    @Test(
        arguments: [
            // Profession, the first day of RQD, its quota.
            (Profession.doctor, "2022-04-01", 4), (.midwife, "2022-04-01", nil), (.speechTherapist, "2022-04-06", nil),
            (.nurse, "2023-03-23", 4), (.physiotherapist, "2024-02-22", 2), (.podiatrist, "2024-01-01", nil),
        ] as [(Profession, String, Int?)])
    func `a profession bills RQD from its day, not the day before`(profession: Profession, day: String, quota: Int?)
        throws
    {
        let from = try acts(on: day, from: side(profession), to: side(.doctor)).rqd
        #expect(from.amount == Amount(cents: 1000))
        #expect(from.quota == quota)
        #expect(from.warnings.contains { $0.contains("par an et par patient") } == (quota == nil))
        let before = try acts(on: Wall.day(day).adding(days: -1).description, from: side(profession), to: side(.doctor))
            .rqd
        let french = try Wall.day(day).french
        #expect(before.outcome == .nothing(reason: "RQD peut être coté à partir du \(french), pas avant."))
    }

    @Test(arguments: [("2024-12-31", true), ("2025-01-01", false)])
    func `where the first day is disputed it warns`(day: String, warns: Bool) throws {
        let rqd = try acts(on: day, from: side(.podiatrist), to: side(.doctor)).rqd
        #expect(rqd.warnings.contains { $0.contains("n’est pas sûr") } == warns)
    }

    @Test(arguments: [Profession.pharmacist, .audioprosthetist, .orthoptist, .dentist])
    func `a profession that may ask without billing is told so`(profession: Profession) throws {
        let rqd = try acts(on: "2026-11-21", from: side(profession), to: side(.doctor)).rqd
        #expect(rqd.outcome == .nothing(reason: "Votre profession peut demander un avis, sans acte à coter."))
    }

    @Test(
        arguments: [
            (Profession.doctor, "2026-11-21", 2300, false), (.midwife, "2026-11-21", 2300, false),
            (.dentist, "2026-11-21", 2300, true), (.dentist, "2025-12-31", nil, false),
            (.nurse, "2026-11-21", nil, false),
        ] as [(Profession, String, Int?, Bool)])
    func `TE2 is for doctors, midwives, and dentists in some cases since 2026`(
        profession: Profession, day: String, cents: Int?, warns: Bool
    ) throws {
        let te2 = try acts(on: day, from: side(.doctor), to: side(profession)).te2
        #expect(te2.amount?.cents == cents)
        #expect(te2.warnings.isEmpty == !warns)
    }

    @Test(
        arguments: [
            // Requester: profession, mode, structure, situation; to bill by, warned.
            (Profession.nurse, PracticeMode.salaried, Structure.Kind.nursingHome, nil, nil, false),
            (.nurse, .liberal, .nursingHome, nil, .professional, false),
            (.doctor, .salaried, .nursingHome, nil, .establishment, true),
            (.doctor, .salaried, .hospital, nil, .establishment, false),
            (.doctor, .salaried, .hospital, .home, .establishment, false),
            (.doctor, .salaried, .hospital, .hospitalised, nil, false),
            (.doctor, .salaried, .hospital, .hospitalAtHome, .establishment, true),
            (.doctor, .salaried, .healthCentre, nil, .establishment, true),
            (.doctor, .liberal, .practice, .hospitalised, .professional, true),
            (.doctor, .liberal, .practice, .hospitalAtHome, .professional, true),
            (.doctor, .liberal, .nursingHome, .nursingHomeAtGlobalRate, .professional, true),
            (.doctor, .liberal, .nursingHome, .nursingHome, .professional, false),
            (.doctor, .volunteer, .practice, nil, .professional, true),
        ] as [(Profession, PracticeMode, Structure.Kind, AnsweredDemand.Situation?, ActProposal.Claimant?, Bool)])
    func `mode of practice, structure and the patient's situation decide who bills, or warn`(
        profession: Profession, mode: PracticeMode, structure: Structure.Kind, situation: AnsweredDemand.Situation?,
        claimant: ActProposal.Claimant?, warns: Bool
    ) throws {
        let rqd = try acts(
            on: "2026-11-21", from: side(profession, mode, structure), to: side(.doctor), situation: situation
        ).rqd
        if case .billable(_, let by) = rqd.outcome { #expect(by == claimant) } else { #expect(claimant == nil) }
        #expect(rqd.warnings.isEmpty == !warns)
    }

    @Test func `a hospital's expert bills through the establishment`() throws {
        let te2 = try acts(on: "2026-11-21", from: side(.doctor), to: side(.doctor, .salaried, .hospital, "77")).te2
        #expect(te2.outcome == .billable(Amount(cents: 2300), by: .establishment))
    }

    @Test func `an orientation creates no act`() throws {
        let acts = try acts(on: "2026-11-21", from: side(.doctor), to: side(.doctor), kind: .orientation)
        for act in [acts.te2, acts.rqd] {
            #expect(act.outcome == .nothing(reason: "Une demande d’orientation ne crée pas d’acte."))
        }
    }

    @Test(arguments: ["975", "977", "978", "988"]) func `where the amount is not known it warns`(departement: String)
        throws
    {
        let rqd = try acts(on: "2026-11-21", from: side(.doctor, .liberal, .practice, departement), to: side(.doctor))
            .rqd
        #expect(rqd.warnings == ["Le montant n’est pas connu pour ce territoire\u{A0}: vérifiez."])
    }

    @Test func `quotas count civil years and warn once met`() throws {
        let rules = try rules()
        let days = rules.quotaDays(on: try Wall.day("2026-11-21"))
        #expect(days == (try Wall.day("2026-01-01"))...(try Wall.day("2026-12-31")))
        #expect(rules.quotaNote(.te2, known: 3, quota: 4) == nil)
        #expect(rules.quotaNote(.te2, known: 40, quota: nil) == nil)
        let note = "4\u{A0}actes TE2 sont connus d’Essaim cette année pour ce patient\u{A0}: le nombre permis est 4."
        #expect(rules.quotaNote(.te2, known: 4, quota: 4) == note)
    }

    @Test func `consultant advice may be billed within three months, and caps have their dates`() throws {
        let rules = try rules()
        let last = rules.lastDayForConsultantAdvice(answeredOn: try Wall.day("2026-11-30"))
        #expect(last == (try Wall.day("2027-02-28")))
        #expect(rules.activityCap(on: try Wall.day("2024-05-31"))?.countsTeleexpertise == true)
        #expect(rules.activityCap(on: try Wall.day("2026-11-21"))?.countsTeleexpertise == false)
    }

    @Test(arguments: [(2760, "27,60\u{A0}€"), (1000, "10,00\u{A0}€"), (5, "0,05\u{A0}€"), (-2300, "−23,00\u{A0}€")])
    func `an amount is written in French`(cents: Int, french: String) { #expect(Amount(cents: cents).french == french) }
}
