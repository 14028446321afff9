import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing
import TransparencyLog

struct ReceiptTests {
    private func receipt(_ world: World, _ room: MemoryKeyRoom) async throws -> Receipt {
        try await world.write(entries: 300)
        let id = try await world.demand(.answered)
        #expect(try await world.store.read { try Receipt.of(id, $0) } == nil)
        try await world.seal(room)
        return try #require(try await world.store.read { try Receipt.of(id, $0) })
    }

    @Test func `proves the question and the answer word for word, with nothing but itself`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            let receipt = try Receipt(text: try await receipt(world, room).text)
            let facts = try receipt.verify(trusting: try #require(room.key()).verifier.text)
            #expect(facts.leaves.count == 2 && facts.leaves[0].leaf < facts.leaves[1].leaf)
            #expect(receipt.items[0].record.contains(RequestContent.sample.question))
            #expect(!receipt.items[0].record.contains("answer\":{"))
            #expect(receipt.items[1].record.contains(RequestContent.sample.question))
            #expect(receipt.items[1].record.contains("\"answer\":{"))
            #expect(receipt.items.allSatisfy { $0.payload.contains("\"content\":\"") })
        }
    }

    @Test func `whatever is changed in it, it proves no more`() async throws {
        try await World.with { world in
            let good = try await receipt(world, MemoryKeyRoom())
            let changes: [(String, (inout Receipt) -> Void)] = [
                (
                    "the record",
                    { $0.items[1].record = $0.items[1].record.replacing("essaim.acte", with: "essaim.actes") }
                ),
                ("the payload", { $0.items[0].payload = $0.items[0].payload.replacing("done", with: "gone") }),
                ("the salt", { $0.items[0].salt[5] ^= 1 }),
                ("the leaf's minute", { $0.items[0].entry[7] ^= 1 }),
                ("the leaf's commitment", { $0.items[0].entry[40] ^= 1 }),
                ("the number", { $0.items[0].leaf += 1 }),
                ("the proof", { $0.items[1].proof[0][0] ^= 1 }),
                ("a hash less", { $0.items[1].proof.removeLast() }),
                ("the items' records exchanged", { $0.items[0].record = $0.items[1].record }),
                ("the size", { $0.checkpoint = $0.checkpoint.replacing("\n3", with: "\n4") }),
                ("the signature", { $0.checkpoint = $0.checkpoint.replacing("— essaim", with: "— essaims") }),
                ("the key", { $0.key = SigningKey(name: "essaim.exemple/journal")?.verifier.text ?? "" }),
            ]
            for (what, change) in changes {
                var bad = good
                change(&bad)
                #expect(bad != good, "\(what)")
                #expect(throws: ReceiptFault.self, "\(what)") { try bad.verify() }
            }
            #expect(throws: ReceiptFault.otherKey(good.key)) { try good.verify(trusting: "x") }
            for text in [
                "", "{}", "[]", String(good.text.dropLast(20)), good.text.replacing("essaim.recu/1", with: "x"),
            ] {
                #expect(throws: ReceiptFault.unreadable) { try Receipt(text: text) }
            }
        }
    }

    @Test func `a report's code proves the answer's entry to who has the key`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            let receipt = try await receipt(world, room)
            let code = try #require(ReceiptCode(receipt))
            let key = try #require(room.key()).verifier
            #expect(ReceiptCode(text: code.text) == code && code.isAuthentic([key]))
            #expect(code.leaf == receipt.items[1].leaf)
            // What fits an alphanumeric code of a report, at a million entries.
            #expect(code.text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) } && code.text.count < 700)
            let other = try #require(SigningKey(name: key.name)).verifier
            #expect(!code.isAuthentic([other]) && !code.isAuthentic([]))
            var random = SeededGenerator(seed: 7)
            var accepted = 0
            let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
            for _ in 0..<2000 {
                var text = Array(code.text)
                let place = text.indices.randomElement(using: &random) ?? 0
                let digit = digits.randomElement(using: &random) ?? "A"
                guard text[place] != digit else { continue }
                text[place] = digit
                if ReceiptCode(text: String(text))?.isAuthentic([key]) == true { accepted += 1 }
            }
            #expect(accepted == 0)
            for text in [
                "", "A", "a", code.text.lowercased(), code.text + "A", String(code.text.dropLast()), "1" + code.text,
            ] {
                #expect(ReceiptCode(text: text)?.isAuthentic([key]) != true, "\(text.prefix(8))")
            }
        }
    }

    @Test func `an amended answer has a receipt of its own, and the first one stays good`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            let id = try await world.demand(.answered)
            try await world.seal(room)
            let first = try #require(try await world.store.read { try Receipt.of(id, $0) })
            world.clock.advance(by: .minutes(1))
            _ = try await world.perform(.sample(.amend), on: id, by: .senior).get()
            #expect(try await world.store.read { try Receipt.of(id, $0) } == nil)
            try await world.seal(room)
            let second = try #require(try await world.store.read { try Receipt.of(id, $0) })
            #expect(first.items[0].entry == second.items[0].entry && first.items[1].leaf < second.items[1].leaf)
            #expect(try first.verify().leaves.count == 2)
            #expect(try second.verify().leaves.count == 2)
        }
    }
}
