import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct RotaPageTests {
    @Test func `who steers reads turns and what lacks, who answers reads turns alone`() async throws {
        try await ServedTown.onDuty { town in
            for (person, steers) in [(Person.coordinator, true), (.administrator, true), (.senior, false)] {
                let page = try await town.browser(of: person).get(ServedTown.rota)
                #expect(page.status == 200 && page.text.contains("Nolwenn Guivarch"), "\(person.id)")
                #expect(page.text.contains("À revoir") == steers, "\(person.id)")
                #expect(page.source.contains("Ajouter une garde") == (person == .administrator), "\(person.id)")
            }
            #expect(try await town.browser(of: .asker).get(ServedTown.rota).status == 404)
            #expect(try await town.browser(of: .coordinator).get("/reseaux/other-network/planning").status == 404)
            let later = try await town.browser(of: .senior).get(ServedTown.rota + "?du=2027-03-01&equipe=pool-north")
            #expect(later.text.plainlySpaced.contains("Lundi 1er mars"))
            for query in ["?du=demain", "?du=9999-12-31", "?du=0001-01-01", "?equipe=%3Cx"] {
                #expect(try await town.browser(of: .senior).get(ServedTown.rota + query).status == 200, "\(query)")
            }
        }
    }

    @Test func `the administrator adds, changes and ends a duty, and what is wrong is said at its field`() async throws
    {
        try await ServedTown.onDuty { town in
            let administrator = try await town.browser(of: .administrator)
            let form = try await administrator.get(ServedTown.rota).form(to: ServedTown.rota + "/gardes")
            let wrong = try await administrator.submit(form, [("poste", "equipe pool-north"), ("moment", "hours")])
            #expect(wrong.status == 422 && wrong.text.contains("Écrivez les heures ainsi"))
            #expect(wrong.text.contains("Choisissez au moins un jour"))
            let typed = [
                ("poste", "equipe pool-north"), ("personne", "junior"), ("jours", "friday"), ("moment", "hours"),
                ("heures", "20:00-08:00"), ("du", "27/11/2026"), ("au", ""), ("semaines", "2"), ("feries", "kept"),
            ]
            let added = try await administrator.act(ServedTown.rota + "/gardes", typed, key: "k1")
            #expect(added.location == ServedTown.rota + "?fait=garde-ajoutee")
            let duties = try await town.server.store.read { try $0.rota(of: Network.sample.id).duties }
            let duty = try #require(duties.first { $0.person == Person.junior.id })
            #expect(duty.time.rawValue == "20:00-08:00" && duty.pattern.everyWeeks == 2)
            let own = "\(ServedTown.rota)/gardes/\(duty.id)"
            let page = try await administrator.get(own)
            let changed = try await administrator.submit(page.form(to: own), [("semaines", "3")])
            #expect(changed.location == ServedTown.rota + "?fait=garde-changee")
            // An older page changes nothing.
            #expect(try await administrator.submit(page.form(to: own), [("semaines", "4")]).status == 409)
            let end = try await administrator.get(own).form(to: own + "/terminer")
            #expect(try await administrator.submit(end, [("dernier", "32/12/2026")]).status == 422)
            #expect(try await administrator.submit(end, [("dernier", "11/12/2026")]).status == 303)
            let kept = try await town.server.store.read { try $0.duty(duty.id, of: Network.sample.id) }
            #expect(kept?.pattern.last == CivilDate("2026-12-11") && kept?.pattern.everyWeeks == 3)
            // A stranger to the team, whatever the form says.
            let stranger = typed.map { $0.0 == "personne" ? ("personne", "asker") : $0 }
            #expect(try await administrator.act(ServedTown.rota + "/gardes", stranger, key: "k2").status == 422)
            for person in [Person.coordinator, .senior] {
                let refused = try await town.browser(of: person).act(ServedTown.rota + "/gardes", typed, key: "k3")
                #expect(refused.status == 404)
            }
        }
    }

    @Test func `a day on which nobody can answer is told today, once, and cleared when it is filled`() async throws {
        try await ServedTown.open { town in
            let watch = RotaWatch(
                store: town.server.store, clock: town.clock, shelf: town.server.shelf, channels: [.mail])
            #expect(try await watch.look() == 0)
            let day = ServedTown.monday.adding(days: 8)
            let absences = [Person.senior, .second, .junior].map { person in
                (person, Absence(id: .new(at: .sample), days: day...day, colleague: ""))
            }
            try await town.server.store.write { tx in
                try tx.ask("coordination@exemple.fr", of: Person.coordinator.id, by: .mail, at: .sample)
                try tx.confirm(Person.coordinator.id, by: .mail)
                for (person, absence) in absences { try tx.insert(absence, of: person.id) }
            }
            let looks: [Int] = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 { group.addTask { try await watch.look() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(looks.sorted() == [0, 0, 1])
            #expect(try await watch.look() == 0)
            let notices = try await town.server.store.read { try $0.waitingRotaNotices(of: Person.coordinator.id) }
            #expect(notices.map(\.event) == [.lacking])
            let page = try await town.browser(of: .coordinator).get(ServedTown.rota)
            #expect(page.text.plainlySpaced.contains("Personne ne peut répondre mardi 1er décembre"))
            #expect(!(try await town.browser(of: .senior).get(ServedTown.rota).text.contains("Personne ne peut")))
            _ = try await town.server.store.write { try $0.remove(absences[0].1.id, of: Person.senior.id) }
            #expect(try await watch.look() == 0)
            #expect(try await town.server.store.read { try $0.rotaAlerts(of: Network.sample.id) }.isEmpty)
            // It lacks anew: it is told anew.
            try await town.server.store.write { try $0.insert(absences[0].1, of: Person.senior.id) }
            #expect(try await watch.look() == 1)
        }
    }
}
