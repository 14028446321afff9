import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct QuotaTests {
    /// Acts of that code for a patient, done at that time, each of a demand of its own.
    private func add(
        _ demands: Range<Int>, _ code: String, of person: String, for patient: String, at time: Int, _ town: ServedTown
    ) throws {
        for index in demands {
            try town.ledger.execute(
                """
                INSERT INTO acts(id, request_id, code, person_id, amount_cents, performed_at, note, patient_id)
                VALUES ('\(code)-\(person)-\(patient)-\(time)-\(index)', 'kept-\(index)', '\(code)', '\(person)', 1000,
                    \(time + index), '', '\(patient)')
                """)
        }
    }

    private func keepDemands(_ town: ServedTown) async throws {
        for rank in 0..<10 {
            try await town.keep(.sample(.answered, id: Identifier("kept-\(rank)"), rank: UInt64(300 + rank)))
        }
    }

    /// 2 March 2026, and 31 December 2025 at noon.
    private static let thisYear = 1_772_445_600_000
    private static let lastYear = 1_767_178_800_000

    @Test func `the requester is told before sending how many acts are known for the structure's own patient`()
        async throws
    {
        try await ServedTown.open { town in
            try await keepDemands(town)
            let same = Typed.complete(but: [
                ("patient.birthFamilyName", "Fictive"), ("patient.firstGivenName", "Rozenn"),
                ("patient.birthDate", "12/08/1958"),
            ])
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(same)
            let summary = "/demandes/\(draft)/verifier"
            #expect(
                try await asker.get(summary).text.contains(
                    "Aucun RQD connu d’Essaim cette année pour ce patient, sur 4 permis."))
            try add(0..<3, "RQD", of: "asker", for: "patient", at: Self.lastYear, town)
            try add(0..<3, "RQD", of: "colleague", for: "patient", at: Self.thisYear, town)
            #expect(
                try await asker.get(summary).text.contains("Aucun RQD connu"), "another year's, another professional's")
            try add(3..<7, "RQD", of: "asker", for: "patient", at: Self.thisYear, town)
            let page = try await asker.get(summary)
            #expect(page.text.contains("4 RQD connus d’Essaim cette année pour ce patient, sur 4 permis."))
            #expect(
                page.text.contains(
                    "4 actes RQD sont connus d’Essaim cette année pour ce patient : le nombre permis est 4."))
            #expect(try await asker.sendDraft(draft).status == 303, "it informs and never blocks")
        }
    }

    @Test func `the expert is told at taking of their own acts, whichever structure asked, and of no other structure`()
        async throws
    {
        try await ServedTown.open { town in
            try await keepDemands(town)
            // The same person, whom the practice at Vannes knows; and one who differs by a day.
            try await town.server.store.write { tx in
                for (id, day) in [("elsewhere-same", -4160), ("elsewhere-other", -4161)] {
                    let traits = PatientTraits(
                        birthFamilyName: "FICTIVE", firstGivenName: "rozenn", birthDate: CivilDate(dayNumber: day),
                        sex: .female)
                    try tx.insert(Patient(id: Identifier(id), structure: Structure.otherPractice.id, traits: traits))
                }
            }
            try await town.keep(.sample(.submitted, id: "asked", rank: 400))
            try add(0..<2, "TE2", of: "senior", for: "elsewhere-same", at: Self.thisYear, town)
            try add(2..<3, "TE2", of: "senior", for: "elsewhere-other", at: Self.thisYear, town)
            try add(0..<3, "TE2", of: "second", for: "patient", at: Self.thisYear, town)
            try add(3..<4, "TE2", of: "senior", for: "patient", at: Self.lastYear, town)
            let page = try await town.browser(of: .senior).get("/demandes/asked")
            #expect(page.text.contains("2 TE2 connus d’Essaim cette année pour ce patient, sur 4 permis."))
            for name in ["Cabinet du Port", "Vannes"] { #expect(!page.source.contains(name)) }
            try town.ledger.execute("UPDATE acts SET state = 'waived' WHERE patient_id = 'elsewhere-same'")
            #expect(try await town.browser(of: .senior).get("/demandes/asked").text.contains("Aucun TE2 connu"))
            let asker = try await town.browser(of: .asker).get("/demandes/asked")
            #expect(!asker.text.contains("TE2"), "the expert's count is the expert's")
        }
    }

    @Test func `two patients with the same INS are one, the matricule alone is not enough`() async throws {
        try await ServedTown.open { town in
            try await keepDemands(town)
            try await town.keep(.sample(.submitted, id: "asked", rank: 400))
            try await town.server.store.write { tx in
                for (id, day) in [("ins-same", 100), ("ins-other", 200)] {
                    let traits = PatientTraits(
                        birthFamilyName: "Inventé", firstGivenName: "Malo", birthDate: CivilDate(dayNumber: day),
                        sex: .male)
                    try tx.insert(Patient(id: Identifier(id), structure: Structure.otherPractice.id, traits: traits))
                }
            }
            let (nir, test) = ("1.2.250.1.213.1.4.11", "1.2.250.1.213.1.4.10")
            for (id, oid) in [("patient", nir), ("ins-same", nir), ("ins-other", test)] {
                try town.ledger.execute(
                    """
                    UPDATE patients SET ins_oid = '\(oid)', ins_matricule = '279035121518989', ins_status = 'VALI'
                    WHERE id = '\(id)'
                    """)
            }
            try add(0..<1, "TE2", of: "senior", for: "ins-same", at: Self.thisYear, town)
            try add(1..<3, "TE2", of: "senior", for: "ins-other", at: Self.thisYear, town)
            let page = try await town.browser(of: .senior).get("/demandes/asked")
            #expect(page.text.contains("1 TE2 connu d’Essaim cette année pour ce patient, sur 4 permis."))
        }
    }
}
