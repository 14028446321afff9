import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

/// The history says who did what, is bound by its commitments, and holds nothing clinical.
struct HistoryTests {
    /// Everything clinical or identifying that the story types, each word unlike any other.
    private static let secrets = [
        "Cryptozoologue", "Aldébaran", "17/04/1961", "1961-04-17", "mélanotrope", "antécédentaire", "warfarinisé",
        "saignotte",
        "sémiologique", "kératosique", "floutée", "précisionnée", "rectificatif", "revuedemain", "horschampiste",
        "ailleursin",
    ]

    private func story(_ world: World) async throws -> [Identifier<AdviceRequest>] {
        let content = RequestContent(
            patient: TypedPatient(
                birthFamilyName: "Cryptozoologue", firstGivenName: "Aldébaran", birthDate: "17/04/1961", sex: "male"),
            question: "Lésion mélanotrope ?", context: "antécédentaire", treatments: "warfarinisé",
            form: ["site": ["back"]], consentGiver: .patient)
        let answer = AnswerContent(text: "Aspect kératosique", orientation: .furtherTests, limits: "Image floutée")
        let steps: [(Command, Person)] = [
            (.submit, .asker), (.add(text: "saignotte"), .asker), (.take, .senior),
            (.askInformation(text: "sémiologique ?"), .senior), (.giveInformation(text: "saignotte"), .asker),
            (.draftAnswer(answer), .senior), (.answer(answer), .senior),
            (.amend(answer, reason: "précisionnée"), .senior),
            (.close(.followed, remark: "revuedemain"), .asker), (.erratum(text: "rectificatif"), .senior),
        ]
        let first = try await world.draft(content)
        for (command, person) in steps { _ = try await world.perform(command, on: first, by: person).get() }
        let second = try await world.draft(content)
        _ = try await world.perform(.submit, on: second, by: .asker).get()
        _ = try await world.perform(.take, on: second, by: .senior).get()
        let declined = Command.decline(reason: "horschampiste", anotherWay: "ailleursin")
        _ = try await world.perform(declined, on: second, by: .senior).get()
        return [first, second]
    }

    @Test(
        arguments: [
            // FIPS 180-4's own examples: salt, payload, digest.
            ("", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("a", "bc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ])
    func `a commitment is SHA-256 of the salt, then the payload`(salt: String, payload: String, digest: String) {
        #expect(hexadecimal(HistoryRecorder.commitment(salt: Array(salt.utf8), payload: payload)) == digest)
    }

    @Test func `every entry is bound by its commitment, and no two salts are alike`() async throws {
        try await World.with { world throws in
            var salts: Set<[UInt8]> = []
            for id in try await story(world) {
                for entry in try await world.history(of: id) {
                    #expect(HistoryRecorder.commitment(salt: entry.salt, payload: entry.payload) == entry.commitment)
                    #expect(entry.salt.count == 32 && salts.insert(entry.salt).inserted)
                }
            }
            #expect(salts.count >= 15)
        }
    }

    @Test func `no payload holds a word of the question, the answer or the patient`() async throws {
        try await World.with { world throws in
            let payloads = try await story(world).asyncFlatMap { try await world.history(of: $0) }.map(\.payload)
            for payload in payloads {
                for secret in Self.secrets {
                    #expect(!payload.localizedCaseInsensitiveContains(secret), "\(secret) in \(payload)")
                    // Nor its bare digest, which whoever has a list of words could look up.
                    let bare = hexadecimal(HistoryRecorder.commitment(salt: [], payload: secret))
                    #expect(!payload.contains(bare), "the unsalted digest of \(secret)")
                }
            }
        }
    }

    @Test func `a payload says who, as what, did what, to which demand, when, at which version`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.taken)
            let entry = try #require(try await world.history(of: id).last { $0.action == "request.take" })
            let object = try JSONSerialization.jsonObject(with: Data(entry.payload.utf8))
            let payload = try #require(object as? [String: Any])
            let request = try #require(try await world.stored(id))
            #expect(payload["person"] as? String == "senior" && payload["nationalId"] as? String == "810000000027")
            #expect(payload["relations"] as? [String] == ["poolExpert"])
            #expect(payload["action"] as? String == "request.take" && payload["outcome"] as? String == "done")
            #expect(
                payload["request"] as? String == id.rawValue && payload["number"] as? String == request.number.rawValue)
            #expect(payload["version"] as? Int == request.version && payload["state"] as? String == "taken")
            #expect(payload["at"] as? Int64 == world.clock.now().milliseconds)
            #expect(entry.payload == entry.payload.filter { !$0.isNewline })
        }
    }

    @Test func `the content that an entry names differs when anything of the answer differs`() async throws {
        try await World.with { world throws in
            let contents = [
                AnswerContent(text: "Oui.", orientation: .managedRemotely),
                AnswerContent(text: "Oui.", orientation: .directAdmission),
                AnswerContent(text: "Oui.", orientation: .managedRemotely, limits: "Floue"),
            ]
            var names: Set<String> = []
            for content in contents {
                let id = try await world.demand(.taken)
                _ = try await world.perform(.answer(content), on: id, by: .senior).get()
                let entry = try #require(try await world.history(of: id).last { $0.action == "request.answer" })
                let object = try JSONSerialization.jsonObject(with: Data(entry.payload.utf8)) as? [String: Any]
                names.insert(try #require(object?["content"] as? String))
            }
            #expect(names.count == contents.count)
        }
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

extension Sequence {
    fileprivate func asyncFlatMap<T>(_ transform: (Element) async throws -> [T]) async rethrows -> [T] {
        var all: [T] = []
        for element in self { all += try await transform(element) }
        return all
    }
}
