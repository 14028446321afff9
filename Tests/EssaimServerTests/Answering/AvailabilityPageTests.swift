import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct AvailabilityPageTests {
    @Test func `an expert says their week and their limit, and reads them again`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let form = try await expert.get("/disponibilites").form(to: "/disponibilites")
            let saved = try await expert.submit(form, [("monday", "9h-12h30, 14h-18h"), ("mostADay", "6")])
            #expect(saved.location == "/disponibilites?fait=disponibilites")
            let again = try await expert.get("/disponibilites").form(to: "/disponibilites")
            #expect(again.value("monday") == "09:00-12:30, 14:00-18:00" && again.value("mostADay") == "6")
            let other = try await town.browser(of: .second).get("/disponibilites").form(to: "/disponibilites")
            #expect(other.value("monday") == "" && other.value("mostADay") == "")
        }
    }

    @Test func `what is wrong is said at its field, what was typed is kept, and nothing is saved`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let form = try await expert.get("/disponibilites").form(to: "/disponibilites")
            let page = try await expert.submit(form, [("monday", "le matin"), ("mostADay", "beaucoup")])
            #expect(page.status == 422 && page.text.contains("Écrivez les heures du lundi ainsi"))
            let typed = try page.form(to: "/disponibilites")
            #expect(typed.value("monday") == "le matin" && typed.value("mostADay") == "beaucoup")
            let day = try await town.day(of: .senior)
            #expect(day.availability == Availability() && day.version == 0)
        }
    }

    @Test func `a second tab that is out of date is told so, and loses nothing`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let first = try await expert.get("/disponibilites").form(to: "/disponibilites")
            let second = try await expert.get("/disponibilites").form(to: "/disponibilites")
            #expect(try await expert.submit(first, [("mostADay", "6")]).status == 303)
            let conflict = try await expert.submit(second, [("mostADay", "9")])
            #expect(conflict.status == 409 && conflict.text.contains("enregistrées ailleurs"))
            #expect(try await town.day(of: .senior).availability.mostADay == 6)
            let again = try conflict.form(to: "/disponibilites")
            #expect(again.value("mostADay") == "9")
            #expect(try await expert.submit(again).status == 303)
            #expect(try await town.day(of: .senior).availability.mostADay == 9)
        }
    }

    @Test func `an absence is noted once, said to those who name an expert, and taken back by its expert alone`()
        async throws
    {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let form = try await expert.get("/disponibilites").form(to: "/disponibilites/absences")
            let typed = [("from", town.today), ("through", ""), ("colleague", "Dr Yann <b>Jézéquel</b>")]
            for _ in 0..<2 {
                #expect(
                    try await expert.submit(form, typed).location == "/disponibilites?fait=absence#absences")
            }
            let absence = try #require(try await town.day(of: .senior).availability.absences.first)
            #expect(try await town.day(of: .senior).availability.absences == [absence])

            let demand = try await town.browser(of: .asker).sentDemand()
            let list = try await expert.get("/demandes?vue=a-prendre")
            #expect(list.text.contains("Vous êtes noté absent jusqu’au"))
            for watcher in [Person.coordinator, .regulator] {
                let page = try await town.browser(of: watcher).get("/demandes/\(demand)")
                #expect(page.source.contains("Nolwenn Guivarch, absence jusqu’au"), "\(watcher.id)")
                #expect(page.source.contains("voir Dr Yann &lt;b&gt;Jézéquel&lt;/b&gt;"), "\(watcher.id)")
            }
            // It warns, and stops nothing.
            #expect(try await expert.act(on: demand, "prendre").status == 303)

            let removal = "/disponibilites/absences/\(absence.id.rawValue)/retirer"
            #expect(try await town.browser(of: .second).act(removal, key: "k1").status == 404)
            #expect(try await town.day(of: .senior).availability.absences == [absence])
            #expect(try await expert.act(removal, key: "k2").status == 303)
            #expect(try await town.day(of: .senior).availability.absences.isEmpty)
        }
    }

    @Test func `the limit of the day is said once it is reached, to its expert and to those who name`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let form = try await expert.get("/disponibilites").form(to: "/disponibilites")
            _ = try await expert.submit(form, [("mostADay", "2")])
            let coordinator = try await town.browser(of: .coordinator)
            let asker = try await town.browser(of: .asker)
            for taken in 1...2 {
                let list = try await expert.get("/demandes?vue=a-prendre")
                #expect(!list.text.contains("Maximum du jour atteint"), "\(taken)")
                let demand = try await asker.sentDemand()
                _ = try await expert.act(on: demand, "prendre")
            }
            #expect(
                try await expert.get("/demandes?vue=a-prendre").text.plainlySpaced
                    .contains("Maximum du jour atteint : 2 demandes prises aujourd’hui sur 2."))
            let waiting = try await asker.sentDemand()
            let page = try await coordinator.get("/demandes/\(waiting)")
            #expect(page.text.contains("Nolwenn Guivarch, maximum du jour atteint (2/2)"))
            #expect(page.text.contains("Yann Jézéquel") && !page.text.contains("Yann Jézéquel, maximum"))

            // A new day begins at nothing.
            town.clock.advance(by: .days(1))
            #expect(!(try await town.browser(of: .senior).get("/demandes?vue=a-prendre").text.contains("Maximum")))
        }
    }
}

extension ServedTown {
    /// `2026-11-23`, in Paris.
    fileprivate var today: String { OffsetRules.centralEuropean.civil(at: clock.now()).date.description }

    fileprivate func day(of person: Person) async throws -> (availability: Availability, version: Int) {
        let today = OffsetRules.centralEuropean.civil(at: clock.now()).date
        return try await server.store.read {
            let (availability, version) = try $0.availability(of: person.id, on: today)
            return (availability, version)
        }
    }
}
