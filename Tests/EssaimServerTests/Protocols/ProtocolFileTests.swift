import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct ProtocolFileTests {
    private static let head = #""resourceType":"Questionnaire","status":"active","id":"x","version":"1","title":"X""#
    private static let yes = #"{"linkId":"a","text":"A","type":"boolean"}"#

    private func read(_ text: String, _ editor: Browser) async throws -> Page {
        let form = try await editor.get(ServedTown.protocols).form(to: ServedTown.protocols + "/importer")
        return try await editor.submit(form, [("questionnaire", text)])
    }

    @Test func `an exported form is imported as the same form under another name`() async throws {
        try await ServedTown.editing { town, editor in
            let form = try await editor.beginForm("Taches", from: "sample")
            let file = try await editor.get(form + "/questionnaire.json")
            #expect(file.header("Content-Type") == "application/fhir+json; charset=utf-8")
            #expect(file.header("Content-Disposition")?.contains("network.taches.json") == true)
            let page = try await read(file.source, editor)
            #expect(page.status == 303 && page.location?.contains("network.taches-2") == true)
            let forms = try await town.server.store.read { store in
                try ["network.taches", "network.taches-2"].compactMap {
                    try store.versions(of: Identifier($0), in: "network", limit: 1).first?.questionnaire
                }
            }
            let read = try forms.map { try QuestionnaireFiles().read($0).get() }
            #expect(read.count == 2 && read[0].items == read[1].items && read[0].slots == read[1].slots)
        }
    }

    @Test(
        arguments: [
            ("", "Ce n’est pas ce qu’un Questionnaire"), ("[]", "Ce n’est pas"), ("{}", "resourceType"),
            (#"{"resourceType":"Patient","status":"active"}"#, "n’est pas un Questionnaire FHIR"),
            ("{\(head)}", "au moins une question"), ("{\(head),\"item\":[{\"linkId\":1}]}", "item[0].linkId"),
            (#"{\#(head),"item":[{"linkId":"a","text":"A","type":"attachment"}]}"#, "a : Ce type de question"),
            (
                #"{\#(head),"item":[{"linkId":"a","text":"A","type":"boolean","enableWhen":"#
                    + #"[{"question":"a","operator":"=","answerBoolean":true}]}]}"#,
                "s’attendent l’une l’autre : a → a"
            ),
            (#"{\#(head),"item":[\#(yes),\#(yes)]}"#, "s’appelle déjà"),
            (String(repeating: "[", count: 100_000), "trop imbriqué"),
            (String(repeating: #"{"item":["#, count: 3_000), "trop imbriqué"),
            (
                #"{\#(head),"item":[{"linkId":"a","text":"\#(String(repeating: "é", count: 1_001))","type":"boolean"}]}"#,
                "dépasse 1000 caractères"
            ),
            (#"{\#(head),"item":[{"linkId":"../x","text":"A","type":"boolean"}]}"#, "Lettres sans accent"),
        ] as [(String, String)])
    func `a file that is no form is refused with its place, and leaves none`(text: String, says: String) async throws {
        try await ServedTown.editing { town, editor in
            let page = try await read(text, editor)
            #expect(page.status == 422 && page.text.contains(says), "\(page.text.prefix(400))")
            #expect(try town.ledger.counts()["protocols"] == 0)
        }
    }

    @Test func `a file of more than half a mebibyte is not even decoded`() {
        let text = "{" + String(repeating: " ", count: QuestionnaireFiles.mostBytes) + "}"
        guard case .failure(.file(_, let message)) = QuestionnaireFiles().read(text) else {
            Issue.record("it was read")
            return
        }
        #expect(message.contains("512"))
    }

    @Test func `another network’s form is neither copied nor opened by its name`() async throws {
        try await ServedTown.editing { town, editor in
            let other = try ClinicalProtocol.sample.named("other-network.secret", version: "1")
            let kept = KeptProtocol(
                id: other.id, version: "1", number: 1, network: Network.other.id, partner: nil, title: "SECRET-4711",
                questionnaire: try #require(QuestionnaireFiles().write(other)), madeAt: town.clock.now(), madeBy: nil,
                isPublished: true)
            try await town.server.store.write { try $0.keep(kept) }
            let list = try await editor.get(ServedTown.protocols)
            #expect(!list.source.contains("SECRET-4711"))
            let form = try list.form(to: ServedTown.protocols)
            let page = try await editor.submit(form, [("titre", "Copie"), ("modele", "other-network.secret")])
            #expect(page.status == 404)
            for path in ["\(ServedTown.protocols)/other-network.secret", "/reseaux/other-network/protocoles"] {
                #expect(try await editor.get(path).status == 404)
            }
        }
    }
}
