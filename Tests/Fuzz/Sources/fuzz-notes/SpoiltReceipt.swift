import EssaimDomain
import Foundation
import Fuzzing
import TransparencyLog

@testable import EssaimWorkflow

/// A receipt, of which a few bytes are changed on its way: whoever still finds it good reads the same words, and its code too.
struct SpoiltReceipt {
    private let changes: [(place: Int, byte: UInt8)]
    private let texts: [String]

    init(_ reader: inout InputReader) {
        let choice = reader.byte()
        changes = (0..<Int(choice & 3)).map { _ in (reader.number(), reader.byte()) }
        let parts = reader.remainder().split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        texts = parts.map { String(decoding: $0, as: UTF8.self) }
    }

    func check() {
        let key = Signers.log.verifier.text
        let receipt = Self.receipt(texts, signedBy: Signers.log)
        guard let facts = try? receipt.verify(trusting: key) else { return require(false, "a good receipt is refused") }
        require((try? Receipt(text: receipt.text)) == receipt, "its own text is read otherwise")
        require((try? receipt.verify(trusting: Signers.witness.verifier.text)) == nil, "another key is trusted")
        var bytes = Array(receipt.text.utf8)
        for change in changes { bytes[change.place % bytes.count] ^= change.byte }
        if let text = String(validating: bytes, as: UTF8.self), let spoilt = try? Receipt(text: text),
            let found = try? spoilt.verify(trusting: key)
        {
            require(spoilt.items.map(Self.words) == receipt.items.map(Self.words), "good, and other words")
            require(found == facts, "good, and other facts")
        }
        code(of: receipt)
    }

    private static func words(_ item: Receipt.Item) -> [[UInt8]] {
        [Array(item.payload.utf8), Array(item.record.utf8)]
    }

    private func code(of receipt: Receipt) {
        guard let code = ReceiptCode(receipt) else { return require(false, "a good receipt has no code") }
        require(
            code.isAuthentic([Signers.log.verifier]) && !code.isAuthentic([Signers.witness.verifier]), "not authentic")
        require(ReceiptCode(text: code.text) == code, "a code that its own text does not give")
        var bytes = Array(code.text.utf8)
        for change in changes {
            bytes[change.place % bytes.count] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)[Int(change.byte & 31)]
        }
        guard let spoilt = ReceiptCode(text: String(decoding: bytes, as: UTF8.self)), spoilt != code else { return }
        require(!spoilt.isAuthentic([Signers.log.verifier]), "another code is authentic")
    }

    /// The receipt of these acts, which are all of a log.
    static func receipt(_ texts: [String], signedBy signer: SigningKey) -> Receipt {
        let salt = [UInt8](repeating: 3, count: 32)
        let payloads = texts.map { text in
            let content = HistoryRecorder.hex(HistoryRecorder.commitment(salt: salt, payload: text))
            return "{\"action\":\"request.answer\",\"content\":\"\(content)\"}"
        }
        let leaves = payloads.enumerated().map { place, payload in
            JournalLeaf(
                at: Instant(milliseconds: 1_795_267_200_000 + Int64(place) * 60_000),
                commitment: HistoryRecorder.commitment(salt: salt, payload: payload))
        }
        let hashes = leaves.map { MerkleHash.leaf($0.bytes) }
        let root = hashes.dropFirst().reduce(hashes[0]) { .node($0, $1) }
        let body = Checkpoint(origin: signer.verifier.name, size: hashes.count, root: root).body
        let note = SignedNote(body: body, signatures: [signer.sign(body)])
        let items = leaves.indices.map { place in
            Receipt.Item(
                leaf: place, entry: Data(leaves[place].bytes), salt: Data(salt), payload: payloads[place],
                record: texts[place], proof: proof(of: place, in: hashes).map { Data($0.bytes) })
        }
        return Receipt(key: signer.verifier.text, checkpoint: note.text, items: items)
    }

    /// Of one, two or three leaves: the third stands alone on the right.
    private static func proof(of place: Int, in hashes: [MerkleHash]) -> [MerkleHash] {
        switch (hashes.count, place) {
        case (1, _): []
        case (2, _): [hashes[1 - place]]
        case (_, 2): [.node(hashes[0], hashes[1])]
        default: [hashes[1 - place], hashes[2]]
        }
    }

    static var seeds: [[UInt8]] {
        [
            [0] + Array("{\"texte\":\"avis\"}".utf8), [1, 0, 60, 1] + Array("a\0b".utf8),
            [2, 1, 99, 4, 2, 40, 1] + Array("a\0b\0é".utf8),
            [3, 0, 200, 1, 1, 200, 2, 2, 200, 4, 0],
        ]
    }
}
