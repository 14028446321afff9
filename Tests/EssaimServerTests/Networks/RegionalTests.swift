import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// A team that answers in 48 hours and sees by gravity; a region that looks for the right door.
@Suite struct RegionalTests {
    @Test("ESSDV: a lesion answered within 48 hours, whose patient the team receives on a day it gives")
    func dermatology() async throws {
        try await NetworkTown.open(["essdv-idf"]) { networks in
            let town = networks.town
            let asker = try await networks.asker("voltaire", "Voltaire", at: "75111", "Paris")
            let expert = try await networks.expert("lunel", "Lunel", in: "essdv-idf/paris")
            let clinic = try await networks.expert("derme", "Derme", in: "essdv-idf/rendez-vous")
            let demand = try await networks.sent("essdv-idf/onco-dermatologie", by: asker, TypedForm.skin)
            #expect(try await networks.stored(demand).clock?.dueAt == Instant.sample + .hours(48))
            try await networks.answer(
                demand, by: expert, .quickConsultation,
                [("receiving", "essdv-idf/rendez-vous essdv-idf/paris"), ("seeBefore", "2026-12-04")])
            let browser = try await town.browser(of: clinic)
            #expect(try await browser.get("/demandes?vue=a-recevoir").source.contains(demand))
            let accepted = try await browser.act(
                on: demand, "accepter-patient",
                [("jour", "01/12/2026"), ("heure", "14:30"), ("lieu", "Paris"), ("avec", "Dr Derme"), ("note", "")])
            #expect(accepted.status == 303, "\(accepted.text)")
            #expect(try await networks.stored(demand).visit?.appointment?.place == "Paris")
            #expect(try await town.browser(of: asker).get("/demandes/\(demand)").text.contains("prend ce patient"))
            try await networks.readAndClose(demand, by: asker)
        }
    }

    @Test("ESSDV: a case goes to the multidisciplinary meeting by its own line, and its opinion comes back")
    func meeting() async throws {
        try await NetworkTown.open(["essdv-idf"]) { networks in
            let asker = try await networks.asker("marne", "Marne", at: "77288", "Melun")
            let expert = try await networks.expert("reunion", "Réunion", in: "essdv-idf/rcp")
            let page = try await networks.town.browser(of: asker).get("/lignes/essdv-idf/rcp")
            #expect(page.text.contains("Le jeudi à 12 h 30"))
            let demand = try await networks.sent("essdv-idf/rcp", by: asker, [])
            try await networks.answer(demand, by: expert, .multidisciplinaryMeeting)
            try await networks.readAndClose(demand, by: asker)
        }
    }

    @Test(
        "Centre-Val de Loire: the frame's coordination follows its teams' figures, a team's coordination its own alone")
    func frame() async throws {
        try await NetworkTown.open(["centre-val-de-loire", "cvl-dermatologie", "cvl-cardiologie", "essdv-idf"]) {
            networks in
            let town = networks.town
            let region = try await networks.member("region", "Région", of: "centre-val-de-loire", as: .head)
            let team = try await networks.member("equipe", "Équipe", of: "cvl-cardiologie", as: .coordinator)
            let page = try await town.browser(of: region).get("/suivi?reseau=cvl-cardiologie")
            #expect(page.status == 200)
            for name in ["centre-val-de-loire", "cvl-dermatologie", "cvl-cardiologie"] {
                #expect(page.source.contains("value=\"\(name)\""), "\(name)")
            }
            #expect(page.source.contains("value=\"cvl-cardiologie\" selected"))
            #expect(!page.source.contains("essdv-idf"))
            let lines = try await town.browser(of: region).get("/suivi/demandes.csv?reseau=cvl-dermatologie")
            #expect(lines.status == 200)
            // Asking for another's figures gives one's own.
            let own = try await town.browser(of: team).get("/suivi?reseau=cvl-dermatologie")
            #expect(!own.source.contains("cvl-dermatologie") && !own.source.contains("\"centre-val-de-loire\""))
        }
    }

    @Test(
        "Centre-Val de Loire: a coordinator's demand is read by a coordinating doctor, and ends at a team of the region"
    )
    func orientation() async throws {
        try await NetworkTown.open(["centre-val-de-loire", "cvl-dermatologie", "cvl-cardiologie"]) { networks in
            let town = networks.town
            let asker = try await networks.asker("appui", "Appui", at: "28085", "Chartres", .none)
            let doctor = try await networks.expert("boussole", "Boussole", in: "centre-val-de-loire/coordination")
            let team = try await networks.expert(
                "itinerant", "Itinérant", in: "centre-val-de-loire/consultations-avancees")
            let demand = try await networks.sent("centre-val-de-loire/orientation", by: asker, [])
            #expect(try await networks.stored(demand).kind == .orientation)
            let coordination = try await town.browser(of: doctor)
            #expect(try await coordination.get("/demandes?vue=a-prendre").source.contains(demand))
            let moved = try await coordination.act(
                on: demand, "reorienter",
                [
                    ("ligne", "centre-val-de-loire/consultation-avancee centre-val-de-loire/nord"),
                    ("motif", "Une consultation avancée a lieu près de chez ce patient."),
                ])
            #expect(moved.status == 303, "\(moved.text)")
            #expect(
                try await networks.stored(demand).route.pool == "centre-val-de-loire/consultations-avancees")
            let accepted = try await town.browser(of: team).act(
                on: demand, "accepter-patient",
                [("jour", "03/12/2026"), ("heure", "10:00"), ("lieu", "Dreux"), ("avec", "Dr Itinérant"), ("note", "")])
            #expect(accepted.status == 303, "\(accepted.text)")
            let browser = try await town.browser(of: asker)
            #expect(try await browser.get("/demandes?vue=a-lire").source.contains(demand))
            #expect(try await browser.get("/demandes/\(demand)").text.contains("Dreux"))
            _ = try await browser.act(on: demand, "lu")
            _ = try await browser.act(on: demand, "clore", [("suivi", "followed")])
            #expect(try await networks.stored(demand).state == .closed)
            #expect(try await networks.acts(demand) == [], "an orientation creates no act")
        }
    }

    @Test("Centre-Val de Loire: a team of the region answers a practitioner of Tours under its own name")
    func team() async throws {
        try await NetworkTown.open(["centre-val-de-loire", "cvl-dermatologie"]) { networks in
            let asker = try await networks.asker("touraine", "Touraine", at: "37261", "Tours")
            let expert = try await networks.expert("loire", "Loire", in: "cvl-dermatologie/dermatologie")
            let framed = try await networks.town.server.store.read { try $0.network("cvl-dermatologie") }
            #expect(framed?.frame == "centre-val-de-loire")
            let demand = try await networks.sent("cvl-dermatologie/avis", by: asker, TypedForm.skin)
            try await networks.answer(demand, by: expert)
            try await networks.readAndClose(demand, by: asker)
        }
    }
}
