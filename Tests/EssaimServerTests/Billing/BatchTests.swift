import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

@Suite struct BatchTests {
    @Test func `a hospital's act leaves once, in a file that stays the same`() async throws {
        try await ServedTown.open { town in
            try await town.makeHospital()
            let demand = try await town.answeredDemand()
            let office = try await town.browser(of: .billingOffice)
            #expect(try await office.get("/").location == "/facturation")
            let page = try await office.get("/facturation")
            #expect(page.text.contains("Dr Nolwenn Guivarch") && page.text.contains("À facturer"))
            for word in ["serin-4711", "bouvreuil-4711"] { #expect(!page.source.contains(word)) }
            #expect(try await town.browser(of: .senior).get("/a-coter").text.contains("Tout est coté"))
            let made = try await town.makeBatch(office)
            let batch = try made.id(after: "/facturation/lots/")
            let file = try await office.get("/facturation/lots/\(batch)/lot.csv")
            #expect(
                file.header("Content-Type") == "text/csv; charset=utf-8" && file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(file.header("Content-Disposition") == "attachment; filename=\"lot-1-2026-11.csv\"")
            let rows = try await town.rows(of: batch, office)
            #expect(
                rows == [
                    [
                        "L1-1", "acte", "1", "", "220000012", "Dermatologues du Nord", "10000000027",
                        "Guivarch Nolwenn",
                        Canary.familyName, "", Canary.givenName, "12/08/1958", "", "", "23/11/2026", "TE2", "23,00",
                    ]
                ])
            #expect(try town.act("TE2", of: demand).state == "batched")
            // The same batch again is the same batch; whatever changes since, its bytes stay.
            #expect(try await town.makeBatch(office).location == "/facturation/lots/\(batch)?fait=lot-vide")
            try town.ledger.execute("UPDATE people SET family_name = 'Autrement' WHERE id = 'senior'")
            try town.ledger.execute("UPDATE patients SET birth_family_name = 'Autrement'")
            #expect(try await office.get("/facturation/lots/\(batch)/lot.csv").bytes == file.bytes)
            #expect(try town.ledger.counts()["claim_batches"] == 1 && town.ledger.counts()["claim_lines"] == 1)
            #expect(try town.entries("billing.batch").count == 1 && town.entries("billing.export").count == 3)
        }
    }

    @Test func `the same form sent twice makes one batch, and leads to it twice`() async throws {
        try await ServedTown.open { town in
            try await town.makeHospital()
            _ = try await town.answeredDemand()
            let office = try await town.browser(of: .billingOffice)
            let form = try await office.get("/facturation").form(to: "/facturation/lots")
            let (first, second) = (try await office.submit(form), try await office.submit(form))
            #expect(first.location == second.location && first.location?.hasSuffix("?fait=lot") == true)
            #expect(try town.ledger.counts()["claim_batches"] == 1)
        }
    }

    @Test func `of two offices that make a batch at once, one has the acts and the other finds nothing`() async throws {
        try await ServedTown.open { town in
            try await town.makeHospital()
            for _ in 0..<3 {
                _ = try await town.answeredDemand()
                town.clock.advance(by: .seconds(1))
            }
            let offices = [try await town.browser(of: .billingOffice), try await town.secondOfficer()]
            var forms: [PageForm] = []
            for office in offices { forms.append(try await office.get("/facturation").form(to: "/facturation/lots")) }
            async let one = offices[0].submit(forms[0])
            async let other = offices[1].submit(forms[1])
            let ends = [try await one, try await other].compactMap(\.location)
            #expect(
                ends.filter { $0.hasSuffix("fait=lot") }.count == 1
                    && ends.filter { $0.hasSuffix("lot-vide") }.count == 1)
            #expect(try town.ledger.counts()["claim_batches"] == 1 && town.ledger.counts()["claim_lines"] == 3)
        }
    }

    @Test func `an identity corrected after export is taken back and billed anew, the lines that left unchanged`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.makeHospital()
            let demand = try await town.answeredDemand()
            let office = try await town.browser(of: .billingOffice)
            let first = try await town.makeBatch(office).id(after: "/facturation/lots/")
            let bytes = try await office.get("/facturation/lots/\(first)/lot.csv").bytes
            _ = try await town.browser(of: .asker).act(
                on: demand, "corriger-identite",
                [
                    ("patient.birthFamilyName", "Inventé"), ("patient.firstGivenName", "Malo"),
                    ("patient.birthDate", "03/02/1971"), ("patient.sex", "male"), ("motif", "Erreur de saisie."),
                ])
            #expect(try await office.get("/facturation").text.contains("reprise de L1-1 au prochain lot"))
            let second = try await town.makeBatch(office).id(after: "/facturation/lots/")
            let rows = try await town.rows(of: second, office)
            #expect(
                rows.map { Array($0.prefix(4)) } == [
                    ["L2-1", "contre-passation", "-1", "L1-1"], ["L2-2", "acte", "1", "L1-1"],
                ])
            #expect(rows[0][8] == Canary.familyName && rows[1][8] == "Inventé")
            #expect(try await office.get("/facturation/lots/\(first)/lot.csv").bytes == bytes)
            #expect(try await town.makeBatch(office).location?.hasSuffix("lot-vide") == true)
        }
    }

    @Test func `an act withdrawn after export is taken back, once, and bills nothing`() async throws {
        try await ServedTown.open { town in
            try await town.makeHospital()
            let demand = try await town.answeredDemand()
            let office = try await town.browser(of: .billingOffice)
            _ = try await town.makeBatch(office)
            let act = try town.act("TE2", of: demand)
            let path = "/facturation/actes/\(act.id)/retirer"
            let form = try await office.get("/facturation").form(to: path)
            #expect(try await office.submit(form, [("motif", " ")]).status == 422)
            #expect(try town.act("TE2", of: demand) == act)
            _ = try await office.submit(form, [("motif", "Réponse de personne.")])
            #expect(try town.act("TE2", of: demand).state == "reversed")
            let second = try await town.makeBatch(office).id(after: "/facturation/lots/")
            let rows = try await town.rows(of: second, office)
            #expect(rows.count == 1 && Array(rows[0].prefix(4)) == ["L2-1", "contre-passation", "-1", "L1-1"])
            #expect(try await town.makeBatch(office).location?.hasSuffix("lot-vide") == true)
        }
    }

    @Test func `names that a spreadsheet would run are read, never run; numbers stay numbers`() async throws {
        for name in ["=cmd()", "+33", "@SUM(A1)", "-Le Goff", "\tTab", "\rCR"] {
            try await ServedTown.open { town in
                try await town.makeHospital()
                _ = try await town.answeredDemand()
                let escaped = name.replacing("\t", with: "' || char(9) || '").replacing(
                    "\r", with: "' || char(13) || '")
                let chars = TestDatabase.isPostgres ? escaped.replacing("char(", with: "chr(") : escaped
                try town.ledger.execute("UPDATE patients SET birth_family_name = '\(chars)'")
                let office = try await town.browser(of: .billingOffice)
                let batch = try await town.makeBatch(office).id(after: "/facturation/lots/")
                let file = try await office.get("/facturation/lots/\(batch)/lot.csv").source
                let quoted = name == "\rCR" ? "\"'\(name)\"" : "'\(name)"
                #expect(file.contains(";\(quoted);;\(Canary.givenName);"), "\(name.debugDescription)")
                #expect(file.contains(";TE2;23,00\r\n"))
            }
        }
    }
}
