import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

@Suite struct PatientSheetTests {
    @Test func `the sheet says in plain words who was asked and whom to call, and nothing that nobody chose to give`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let number = try #require(try await town.stored(demand)?.number.shown)
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes/\(demand)").source.contains("/demandes/\(demand)/fiche-patient"))
            let sheet = try await asker.get("/demandes/\(demand)/fiche-patient")
            for words in [
                "\(Canary.givenName) \(Canary.familyName), née le 12 août 1958",
                "Dr Anne Le Goff, Cabinet du Léguer, Lannion, le 23 novembre 2026, avec votre accord.",
                "Dermatologues du Nord, réseau ", "Dr Nolwenn Guivarch a répondu le 23 novembre 2026.",
                "appelez le 15", "Vous pouvez refuser que le compte rendu soit versé dans Mon espace santé (DMP).",
                number,
            ] {
                #expect(sheet.text.contains(words), "\(words)")
            }
            for clinical in ["serin-4711", "bouvreuil-4711", "Avis seul"] { #expect(!sheet.source.contains(clinical)) }
            #expect(!sheet.text.contains("Ce qui vous est conseillé"))
        }
    }

    @Test func `what the giver writes stands in the sheet as text, and is kept nowhere`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let asker = try await town.browser(of: .asker)
            let path = "/demandes/\(demand)/fiche-patient"
            let form = try await asker.get(path).form(to: path)
            #expect(form.value("conseil") == "", "never filled in beforehand")
            let before = try town.ledger.counts()
            let typed = "Mésange-4711 <b>gras</b>"
            let sheet = try await asker.submit(form, [("conseil", typed)])
            #expect(sheet.status == 200 && sheet.text.contains("Ce qui vous est conseillé"))
            #expect(sheet.source.contains("Mésange-4711 &lt;b&gt;gras") && !sheet.source.contains("<b>gras"))
            #expect(before.difference(to: try town.ledger.counts()) == ["history": 1])
            for row in try town.ledger.dumpAll() { #expect(!row.contains("sange-4711")) }
            #expect(
                try await asker.get("/demandes/\(demand)/acces").text.contains("a préparé la fiche du patient"))
            let long = String(repeating: "é", count: 1501)
            let refused = try await asker.submit(form, [("conseil", long)])
            #expect(refused.status == 422 && refused.source.contains(long))
            #expect(!refused.text.contains("Ce qui vous est conseillé"))
        }
    }

    @Test func `an appointment, or the day before which to be seen, stands in it; an opposition to the DMP too`()
        async throws
    {
        try await ServedTown.open { town in
            let before = CivilDate(year: 2026, month: 12, day: 3)
            let answer = AnswerContent(text: "AVIS-4711", orientation: .plannedConsultation, seeBefore: before)
            var visit = Visit(since: .sample, before: before)
            try await town.keep(.sample(.answered, answer: answer, visit: visit))
            let asker = try await town.browser(of: .asker)
            let first = try await asker.get("/demandes/request/fiche-patient")
            #expect(first.text.contains("Vous devez être vu avant le 3 décembre 2026."))
            visit.appointment = Visit.Appointment(at: .sample + .days(3), place: "Lannion", with: "Dr Guivarch")
            try await town.keep(
                .sample(.answered, id: "booked", rank: 2, answer: answer, visit: visit))
            _ = try await asker.act("/demandes/booked/verse/opposition-dmp", key: "k")
            let second = try await asker.get("/demandes/booked/fiche-patient")
            #expect(second.text.contains("Jeudi 26 novembre 2026 à 9 h 30, Lannion, avec Dr Guivarch."))
            #expect(second.text.contains("Vous avez refusé que le compte rendu soit versé"))
            #expect(!second.source.contains("AVIS-4711"))
        }
    }

    @Test func `only the asking structure gives it`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            for person in [Person.senior, .second, .coordinator, .neighbour, .secretary] {
                #expect(
                    try await town.browser(of: person).get("/demandes/\(demand)/fiche-patient").status == 404,
                    "\(person.id)")
            }
            #expect(try await town.browser(of: .delegate).get("/demandes/\(demand)/fiche-patient").status == 200)
        }
    }
}
