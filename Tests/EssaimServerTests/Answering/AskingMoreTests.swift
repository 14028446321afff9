import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// What is missing, by a tick, by words, or by both.
@Suite struct AskingMoreTests {
    private static let wider = "Pouvez-vous ajouter une vue plus large, qui montre la région entière ?"
    private static let since = "Depuis quand la lésion existe-t-elle, et comment a-t-elle changé ?"

    @Test(
        arguments: [
            (["large"], "", [wider]), (["depuis", "large"], "", [wider, since]),
            ([], "De quel côté ?", ["De quel côté ?"]), (["large"], "De face.", [wider, "De face."]),
            (["autre"], "De quel côté ?", ["De quel côté ?"]), (["nothing", "<b>"], "Et ?", ["Et ?"]),
        ] as [([String], String, [String])])
    func `a tick alone is enough, words alone too, and both leave together`(
        ticked: [String], text: String, expected: [String]
    ) async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let sent = try await expert.act(
                on: demand, "demander-precision", ticked.map { ("manque", $0) } + [("texte", text)])
            #expect(sent.status == 303)
            #expect(try await town.stored(demand)?.state == .awaitingInformation)
            let thread = try await town.server.store.read { try $0.thread(of: Identifier(demand)) }
            let asked = thread.filter { $0.action == .askInformation }.map(\.text.plainlySpaced)
            #expect(asked == [expected.joined(separator: "\n")])
        }
    }

    @Test(arguments: [[], ["autre"], ["nothing"]] as [[String]])
    func `neither tick nor words ask for nothing, and nothing is done`(ticked: [String]) async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let kept = try await town.stored(demand)
            let expert = try await town.browser(of: .senior)
            let page = try await expert.act(
                on: demand, "demander-precision", ticked.map { ("manque", $0) } + [("texte", " ")])
            #expect(page.status == 422)
            #expect(try await town.stored(demand) == kept)
        }
    }

    @Test func `what was ticked is still ticked after a fault, and sent again after a conflict`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let path = "/demandes/\(demand)/demander-precision"
            let form = try await expert.get("/demandes/\(demand)").form(to: path)
            let ticks = [("manque", "large"), ("manque", "depuis")]
            let long = String(repeating: "x", count: 8001)
            let faulty = try await expert.submit(form, ticks + [("texte", long)])
            #expect(faulty.status == 422)
            let kept = try faulty.form(to: path).fields.filter { $0.name == "manque" }.map(\.value)
            #expect(kept == ["large", "depuis"])

            _ = try await town.browser(of: .asker).act(on: demand, "ajouter", [("texte", "Elle saigne.")])
            let conflict = try await expert.submit(form, ticks + [("texte", "")])
            #expect(conflict.status == 409 && conflict.text.contains("Vue plus large, Depuis quand"))
            #expect(try await expert.submit(try conflict.form(to: path)).status == 303)
            let text = try await expert.get("/demandes/\(demand)").text.plainlySpaced
            #expect(text.contains(Self.wider) && text.contains(Self.since))
        }
    }
}
