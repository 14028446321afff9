import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import HTTPTypes
import Testing

/// What proves a demand without showing it, and to whom.
@Suite struct ReceiptAccessTests {
    @Test func `a code proves an entry to anyone, and shows the same page whoever asks`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await Kept.beginJournal(town)
            let code = try await town.receiptCode(of: .answered)
            let before = try town.ledger.dumpAll(but: ["sessions"])
            var pages: Set<String> = []
            for knocker in Knocker.allCases {
                let page = try await knocker.browser(in: town).get("/RECU/\(code)")
                #expect(page.status == 200 && page.text.contains("Reçu authentique"), "\(knocker)")
                for canary in Kept.canaries { #expect(!page.source.contains(canary), "\(knocker)") }
                if !knocker.isKnown { pages.insert(page.source) }
            }
            #expect(pages.count == 1)
            #expect(try town.ledger.dumpAll(but: ["sessions"]) == before)
        }
    }

    @Test func `a code of another journal, or of none, is none for everybody`() async throws {
        let foreign = try await ServedTown.open { town in
            try await Kept.fill(town)
            try await Kept.beginJournal(town)
            return try await town.receiptCode(of: .answered)
        }
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await Kept.beginJournal(town)
            let own = try await town.receiptCode(of: .answered)
            let forged = String(own.dropLast(40)) + String(repeating: "A", count: 40)
            for knocker in Knocker.allCases {
                let browser = try await knocker.browser(in: town)
                for code in [foreign, forged, "CODE", String(own.dropLast())] {
                    #expect(try await browser.get("/RECU/\(code)").status == 404, "\(knocker)")
                }
            }
        }
    }

    @Test func `a receipt is given under its own name, once its demand is sealed`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let asker = try await town.browser(of: .asker)
            let path = "/demandes/\(Kept.answered.id)/recu/"
            let own = path + "recu-\(Kept.answered.number.rawValue).json"
            #expect(try await asker.get(own).status == 404, "not recorded yet")
            try await Kept.beginJournal(town)
            let page = try await asker.get(own)
            #expect(page.status == 200)
            let receipt = try Receipt(text: page.source)
            #expect(try receipt.verify().leaves.count == 2, "its sending and its answer")
            #expect(receipt.items.allSatisfy { $0.record.contains("Cette lésion du dos") })
            for name in ["recu-\(Kept.taken.number.rawValue).json", "1.pdf", "recu.json"] {
                #expect(try await asker.get(path + name).status == 404, "\(name)")
            }
        }
    }

    @Test func `a keeper lifts an open alarm of their own networks, once, and no other`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let keeper = try await town.browser(of: .securityReferent)
            let before = try town.ledger.dump("alarms")
            var absences: Set<String> = []
            for alarm in ["alarm-other", "alarm-lifted", "alarm-server", "nowhere", "ALARM"] {
                let page = try await keeper.act("/journal/alarmes/\(alarm)/lever", key: alarm)
                #expect(page.status == 404, "\(alarm)")
                absences.insert(page.source.withoutKeys)
            }
            #expect(try town.ledger.dump("alarms") == before)
            #expect(try await keeper.act("/journal/alarmes/alarm/lever", key: "a").status == 303)
            let lifted = try town.ledger.dump("alarms")
            #expect(lifted != before)
            let again = try await keeper.act("/journal/alarmes/alarm/lever", key: "b")
            #expect(again.status == 404)
            absences.insert(again.source.withoutKeys)
            #expect(try town.ledger.dump("alarms") == lifted)
            let absent = try await keeper.get("/demandes/\(Kept.absent.id)")
            #expect(absences == [absent.source.withoutKeys])
        }
    }

    @Test func `another server's word needs no session and no origin, and is judged by its signature`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await Kept.beginJournal(town)
            let server = town.browser()
            let before = try town.ledger.dumpAll()
            let head = try await server.get("/journal/checkpoint").source
            let words: [(text: String, status: Int)] = [
                ("", 400), ("old 0", 400), ("_csrf=a&_cle=b", 400), ("old 0\n\n\(head)", 404),
            ]
            for (text, status) in words {
                for headers in [[:], ["Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"]] {
                    let page = try await server.send(
                        .post, "/journal/add-checkpoint", body: Array(text.utf8), headers: headers)
                    #expect(page.status == status && page.bytes.isEmpty, "\(text)")
                    #expect(page.header("Content-Type")?.hasPrefix("text/plain") == true)
                }
            }
            #expect(try town.ledger.dumpAll() == before)
        }
    }
}
