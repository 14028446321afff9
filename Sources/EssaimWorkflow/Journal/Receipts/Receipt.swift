import Crypto
import EssaimDomain
import Foundation
import TransparencyLog

/// *Reçu*: proves, offline and years later, that this demand and this answer were recorded at that time. A small JSON file
/// that needs nothing but the journal's public key, which stands in it and on every report.
///
/// An entry's salt, payload and record are in it: it is given only to who may read the demand.
public struct Receipt: Sendable, Equatable, Codable {
    public static let format = "essaim.recu/1"

    /// One entry, from its words up to the root of the tree.
    public struct Item: Sendable, Equatable, Codable {
        public var leaf: Int
        /// The 41 bytes of the public leaf.
        public var entry: Data
        public var salt: Data
        /// Canonical JSON: who, as what, did what, when.
        public var payload: String
        /// The act whole, canonical JSON: the demand, the answer.
        public var record: String
        /// Sibling hashes from the leaf up (RFC 9162, 2.1.3.1).
        public var proof: [Data]
    }

    public var format: String
    /// Who signed, as a note's verifier is written.
    public var key: String
    /// The signed checkpoint that the items are proved in.
    public var checkpoint: String
    public var items: [Item]

    public init(key: String, checkpoint: String, items: [Item]) {
        format = Self.format
        self.key = key
        self.checkpoint = checkpoint
        self.items = items
    }

    /// One value, one text.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        // Texts, numbers and bytes always encode.
        return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "") + "\n"
    }

    /// - Throws: `.unreadable` for what is no receipt.
    public init(text: String) throws(ReceiptFault) {
        let decoder = JSONDecoder()
        // One value, one spelling: bits beyond the last byte are nobody's.
        decoder.dataDecodingStrategy = .custom { decoder in
            let spelled = try decoder.singleValueContainer().decode(String.self)
            guard let data = Data(base64Encoded: spelled), data.base64EncodedString() == spelled else {
                throw ReceiptFault.unreadable
            }
            return data
        }
        guard text.utf8.count <= 4 << 20, let value = try? decoder.decode(Self.self, from: Data(text.utf8)),
            value.format == Self.format, !value.items.isEmpty, value.items.count <= 16
        else { throw .unreadable }
        self = value
    }
}

/// What is wrong with a receipt, in French for who checks it.
public enum ReceiptFault: Error, Sendable, Equatable, CustomStringConvertible {
    case unreadable
    case otherKey(String)
    case badSignature
    case notInTree(Int)
    case otherEntry(Int)
    case otherRecord(Int)

    public var description: String {
        switch self {
        case .unreadable: "ce fichier n’est pas un reçu, ou il est abîmé"
        case .otherKey(let key): "le reçu est signé par une autre clé que celle attendue : \(key)"
        case .badSignature: "la signature du point de contrôle n’est pas bonne"
        case .notInTree(let leaf): "l’inscription \(leaf) n’est pas dans le journal signé"
        case .otherEntry(let leaf): "l’acte joint n’est pas celui de l’inscription \(leaf)"
        case .otherRecord(let leaf): "la demande ou la réponse jointes ne sont pas celles de l’inscription \(leaf)"
        }
    }
}

extension Receipt {
    /// What a receipt proves.
    public struct Facts: Sendable, Equatable {
        public let key: String
        public let size: Int
        /// Each item's number and minute, in the order of the items.
        public let leaves: [(leaf: Int, minute: Instant)]

        public static func == (a: Self, b: Self) -> Bool {
            a.key == b.key && a.size == b.size && a.leaves.elementsEqual(b.leaves) { $0 == $1 }
        }
    }

    /// Checks everything from the words to the signature, with nothing but the receipt.
    /// - Parameter trusted: the key that must have signed; the receipt's own, which the reader compares, when nil.
    public func verify(trusting trusted: String? = nil) throws(ReceiptFault) -> Facts {
        if let trusted, trusted != key { throw .otherKey(key) }
        guard let verifier = VerifierKey(text: key), let note = try? SignedNote(text: checkpoint),
            let head = try? Checkpoint(body: note.body)
        else { throw .unreadable }
        guard note.isSigned(by: verifier), head.origin == verifier.name else { throw .badSignature }
        var leaves: [(leaf: Int, minute: Instant)] = []
        for item in items { leaves.append((item.leaf, try item.verify(in: head))) }
        return Facts(key: key, size: head.size, leaves: leaves)
    }
}

extension Receipt.Item {
    fileprivate func verify(in head: Checkpoint) throws(ReceiptFault) -> Instant {
        let path = proof.compactMap { MerkleHash($0) }
        guard let leafOf = JournalLeaf(Array(entry)), path.count == proof.count else { throw .unreadable }
        guard
            MerkleProof.includes(.leaf(Array(entry)), at: leaf, in: head.size, root: head.root, proof: path)
        else { throw .notInTree(leaf) }
        guard HistoryRecorder.commitment(salt: Array(salt), payload: payload) == leafOf.commitment else {
            throw .otherEntry(leaf)
        }
        struct Said: Decodable { let content: String? }
        guard let said = try? JSONDecoder().decode(Said.self, from: Data(payload.utf8)),
            said.content == HistoryRecorder.hex(HistoryRecorder.commitment(salt: Array(salt), payload: record))
        else { throw .otherRecord(leaf) }
        return leafOf.minute
    }
}
