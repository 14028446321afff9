import EssaimDomain
import Foundation
import TransparencyLog

extension Receipt {
    static let answers = [
        "request.answer", "request.validate", "request.amend", "request.erratum", "request.acceptOrientation",
    ]

    /// The receipt of a demand as it stands: its sending, and its last answer. Nil while they are not yet in the signed
    /// tree, and for what was recorded before receipts were.
    public static func of(_ request: Identifier<AdviceRequest>, _ reader: any StoreReader) throws -> Receipt? {
        guard let tiles = try JournalTiles(reader), let checkpoint = tiles.head.checkpoint,
            let key = try reader.journalKeys().last,
            let sending = try reader.lastEntry(of: ["request.submit"], on: request)
        else { return nil }
        let answer = try reader.lastEntry(of: answers, on: request)
        let items = try [sending, answer].compactMap(\.self).map { entry -> Item? in
            guard let leaf = entry.leaf, leaf < tiles.head.signedSize else { return nil }
            return Item(
                leaf: leaf, entry: Data(JournalLeaf(at: entry.at, commitment: entry.commitment).bytes),
                salt: Data(entry.salt), payload: entry.payload, record: entry.record ?? "",
                proof: try tiles.inclusionProof(of: leaf, in: tiles.head.signedSize).map { Data($0.bytes) })
        }
        guard !items.contains(nil) else { return nil }
        return Receipt(key: key.verifier, checkpoint: checkpoint, items: items.compactMap(\.self))
    }
}
