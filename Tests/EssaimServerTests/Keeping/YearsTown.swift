import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimServer

/// Years that pass in the sample town.
extension ServedTown {
    /// Noon at Paris of that day; an operator says that the clock is right.
    func come(to day: String) async throws {
        try set(to: day)
        try await server.retention.acceptClock()
    }

    func set(to day: String, hour: Int = 12) throws {
        let date = try #require(CivilDate(day))
        clock.set(to: LocalTime().midnight(startOf: date) + .hours(hour))
    }

    func carryOut() async throws -> RetentionDesk.Done {
        try #require(try await server.retention.carryOut())
    }

    /// A demand with its photograph, answered on 23 November 2026 and closed by Essaim two months later.
    func endedDemand() async throws -> String {
        let asker = try await browser(of: .asker)
        let typed = Typed.complete.map { $0.0 == "patient.birthDate" ? ($0.0, "13/09/1957") : $0 }
        let draft = try await asker.preparedDraft(typed)
        _ = try await asker.put(UploadTests.bytes, to: UploadTests.path(draft))
        _ = try await asker.sendDraft(draft)
        let expert = try await browser(of: .senior)
        _ = try await expert.act(on: draft, "prendre")
        let form = try await expert.get("/demandes/\(draft)/repondre").form(to: "/demandes/\(draft)/repondre")
        _ = try await expert.submit(
            form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
        _ = await server.jobs.workOnce()
        clock.advance(by: .days(61))
        #expect(try await server.requests.archiveUnclosed() == 1)
        return draft
    }

    /// What stands beside a demand: a mark, a problem with the patient's name in it, another demand opened from it.
    func tellBeside(_ demand: String) async throws {
        let (id, now) = (Identifier<AdviceRequest>(demand), clock.now())
        try await server.store.write { tx in
            _ = try tx.insert(RecordMark(side: .asking, kind: .file, by: Person.asker.id, at: now), on: id)
            try tx.insert(
                ReportedProblem(
                    id: "problem", network: Network.sample.id, request: id, kind: .identity,
                    words: "Ce n’est pas \(Canary.familyName).", by: Person.asker.id, at: now))
            try tx.insert(.sample(.submitted, id: "opened", rank: 77))
            try tx.link("opened", to: id)
        }
    }

    func number(of demand: String) async throws -> String { try #require(try await stored(demand)).number.rawValue }

    /// Closed samples, each with a patient of its own.
    func closedDemands(_ count: Int, born: CivilDate = CivilDate(dayNumber: -4160)) async throws {
        try await server.store.write { tx in
            for rank in 0..<count {
                let patient = Patient(
                    id: Identifier("old-\(rank)"), structure: Structure.practice.id,
                    traits: PatientTraits(
                        birthFamilyName: "Ancienne", firstGivenName: "Numéro", birthDate: born.adding(days: -rank),
                        sex: .female))
                try tx.insert(patient)
                try tx.insert(
                    .sample(.closed, id: Identifier("closed-\(rank)"), rank: UInt64(9000 + rank), patient: patient.id))
            }
        }
    }

    /// Where one of these words stands in the database, whatever its case, as text or as bytes.
    func places(of words: [String]) throws -> Set<String> {
        let signs = words.map { $0.lowercased() }
        let all = signs + signs.map { $0.utf8.map { String(format: "%02x", $0) }.joined() }
        var found: Set<String> = []
        for table in try ledger.look.tables() {
            for row in try ledger.look.rows("SELECT * FROM \(table)") {
                let text = row.compactMap(\.self).joined(separator: " ").lowercased()
                if all.contains(where: text.contains) { found.insert(table) }
            }
        }
        return found
    }

    /// Files of the data folder that hold one of these words.
    func files(holding words: [String]) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else { return false }
            return words.flatMap { [$0, $0.lowercased(), $0.uppercased()] }
                .contains { data.range(of: Data($0.utf8)) != nil }
        }
    }
}
