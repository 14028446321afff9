import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct MainJobTests {
    @Test func `a demand goes from the sign-in to the closed loop through the pages alone`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword("une phrase assez longue", of: .asker)
            let asker = town.browser()
            let entered = try await asker.signIn("asker", "une phrase assez longue")
            #expect(entered.location == "/demandes")

            let draft = try await asker.openDraft()
            #expect(try await asker.fill(draft, Typed.complete).location?.hasSuffix("fait=enregistrer") == true)
            #expect(try await asker.sendPhoto(draft).location == "/demandes/\(draft)/brouillon#photos")
            let summary = try await asker.get("/demandes/\(draft)/verifier")
            #expect(summary.text.contains("Canari") == false && summary.text.contains(Canary.question))
            #expect(try await asker.sendDraft(draft).location == "/demandes/\(draft)?fait=envoyer")
            #expect(try await town.stored(draft)?.state == .submitted)

            let expert = try await town.browser(of: .senior)
            let list = try await expert.get("/demandes?vue=a-prendre")
            #expect(list.source.contains("/demandes/\(draft)"))
            #expect(try await expert.act(on: draft, "prendre").location == "/demandes/\(draft)/repondre?fait=prendre")
            let asking = try await expert.get("/demandes/\(draft)/repondre")
                .form(to: "/demandes/\(draft)/demander-precision")
            _ = try await expert.submit(asking, [("texte", Canary.asked)])
            #expect(try await town.stored(draft)?.state == .awaitingInformation)

            #expect(try await asker.get("/demandes/\(draft)").text.contains(Canary.asked))
            _ = try await asker.act(on: draft, "preciser", [("texte", Canary.given)])
            #expect(try await town.stored(draft)?.state == .taken)

            let answering = try await expert.get("/demandes/\(draft)/repondre")
            #expect(answering.text.contains(Canary.given))
            let sent = try await expert.submit(
                answering.form(to: "/demandes/\(draft)/repondre"),
                [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
            #expect(sent.location == "/demandes/\(draft)?fait=repondre")
            #expect(await town.server.jobs.workOnce() == 1)

            let answered = try await asker.get("/demandes/\(draft)")
            #expect(answered.text.contains(Canary.advice))
            #expect(answered.text.contains("TE2") && answered.text.contains("23"))
            #expect(answered.text.contains("RQD") && answered.text.contains("10"))
            let report = try await asker.get("/demandes/\(draft)/compte-rendu/1.pdf")
            #expect(report.status == 200 && report.header("Content-Type") == "application/pdf")
            #expect(report.bytes.starts(with: Array("%PDF-1.4".utf8)))
            #expect(answered.source.contains("/demandes/\(draft)/compte-rendu/1.pdf"))

            _ = try await asker.act(on: draft, "patient-informe")
            let told = try await town.stored(draft)
            #expect(told?.loop.patientToldAt == town.clock.now() && told?.isUnread == false)
            _ = try await asker.act(on: draft, "clore", [("suivi", "followed"), ("remarque", Canary.remark)])
            let closed = try await town.stored(draft)
            #expect(closed?.state == .closed && closed?.loop.advice == .followed)
            #expect(try await asker.get("/demandes/\(draft)").text.contains(Canary.remark))
        }
    }

    @Test func `each act has its own professional, and the history names every step once`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let acts = try await town.server.store.read { try $0.acts(of: Identifier(demand)) }
            #expect(Set(acts.map { "\($0.code ?? "-") \($0.professional)" }) == ["TE2 senior", "RQD asker"])
            let done = try town.ledger.history().filter {
                $0.hasPrefix("request.") && $0 != "request.view done"
            }
            // Within one millisecond, rows that were numbered since have no order of their own.
            #expect(
                done.sorted() == [
                    "request.answer done", "request.edit done", "request.open done", "request.submit done",
                    "request.take done",
                ])
        }
    }

    @Test func `a junior's opinion waits for a senior, who validates it and bears the act`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.browser(of: .asker).sentDemand()
            let junior = try await town.browser(of: .junior)
            _ = try await junior.act(on: demand, "prendre")
            let writing = try await junior.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            let opinion = [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")]
            #expect(try await junior.submit(writing, opinion).location == "/demandes/\(demand)?fait=soumettre")
            #expect(try await town.stored(demand)?.state == .taken)
            let senior = try await town.browser(of: .senior)
            let reading = try await senior.get("/demandes/\(demand)/repondre")
            #expect(reading.source.contains(Canary.advice))
            _ = try await senior.submit(reading.form(to: "/demandes/\(demand)/repondre"), opinion)
            let answered = try await town.stored(demand)
            #expect(answered?.state == .answered && answered?.lastAnswer?.validatedBy == Person.senior.id)
            let acts = try await town.server.store.read { try $0.acts(of: Identifier(demand)) }
            #expect(acts.first { $0.code == "TE2" }?.professional == Person.senior.id)
        }
    }
}
