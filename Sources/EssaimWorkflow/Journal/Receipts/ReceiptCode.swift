import EssaimDomain
import TransparencyLog

/// What a report's QR code holds: one entry's public leaf and its proof up to a signature. With the journal's public key it
/// proves, offline, that an entry with that commitment was recorded at that minute; with the receipt's file, which one.
///
/// | bytes | |
/// |---|---|
/// | 0 | version, 1 |
/// | 1–4 | the key's id |
/// | 5–12, 13–20 | the entry's number, the tree's size; big-endian |
/// | 21–61 | the leaf |
/// | 62–125 | the signature of the checkpoint |
/// | 126… | the proof, 32 bytes a hash |
///
/// Written in base 32 (RFC 4648, 6, without padding): a QR code's alphanumeric mode holds it at 5.5 bits a character.
public struct ReceiptCode: Sendable, Equatable {
    public let key: UInt32
    public let leaf: Int
    public let size: Int
    public let entry: JournalLeaf
    public let signature: [UInt8]
    public let proof: [MerkleHash]

    private static let head = 126

    /// The code of a receipt's last item: the answer, when there is one. Nil for a receipt that does not verify.
    public init?(_ receipt: Receipt) {
        guard (try? receipt.verify()) != nil, let item = receipt.items.last, let entry = JournalLeaf(Array(item.entry)),
            let note = try? SignedNote(text: receipt.checkpoint), let head = try? Checkpoint(body: note.body),
            let key = VerifierKey(text: receipt.key),
            let signature = note.signatures.first(where: { $0.name == key.name && $0.id == key.id })
        else { return nil }
        self.key = key.id
        leaf = item.leaf
        size = head.size
        self.entry = entry
        self.signature = signature.bytes
        proof = item.proof.compactMap { MerkleHash($0) }
    }

    public init?(text: String) {
        guard text.utf8.count <= 4096, let bytes = Base32.bytes(text), bytes.count >= Self.head, bytes[0] == 1,
            (bytes.count - Self.head) % 32 == 0, let entry = JournalLeaf(Array(bytes[21..<62]))
        else { return nil }
        func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
        guard let leaf = Int(exactly: number(5..<13)), let size = Int(exactly: number(13..<21)) else { return nil }
        key = UInt32(truncatingIfNeeded: number(1..<5))
        self.leaf = leaf
        self.size = size
        self.entry = entry
        signature = Array(bytes[62..<Self.head])
        proof = stride(from: Self.head, to: bytes.count, by: 32).compactMap { MerkleHash(bytes[$0..<$0 + 32]) }
    }

    public var text: String {
        var bytes: [UInt8] = [1]
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: key >> UInt32(shift))) }
        for number in [leaf, size] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: number >> shift))
            }
        }
        bytes += entry.bytes + signature
        for hash in proof { bytes += hash.bytes }
        return Base32.text(bytes)
    }

    /// Whether one of these keys signed a tree that holds the entry.
    public func isAuthentic(_ keys: [VerifierKey]) -> Bool {
        guard let key = keys.first(where: { $0.id == key }),
            let root = MerkleProof.root(from: .leaf(entry.bytes), at: leaf, in: size, proof: proof)
        else { return false }
        let body = Checkpoint(origin: key.name, size: size, root: root).body
        return key.verifies(NoteSignature(name: key.name, id: key.id, bytes: signature), of: body)
    }
}

/// RFC 4648, 6; capital letters, no padding; only what `text` writes is read.
enum Base32 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                out.append(digits[Int(bits >> UInt32(count)) & 31])
            }
            bits &= (1 << UInt32(count)) - 1
        }
        if count > 0 { out.append(digits[Int(bits << UInt32(5 - count)) & 31]) }
        return String(decoding: out, as: UTF8.self)
    }

    static func bytes(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for digit in text.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = digit - UInt8(ascii: "A")
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = digit - UInt8(ascii: "2") + 26
            default: return nil
            }
            bits = bits << 5 | UInt32(value)
            count += 5
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                bits &= (1 << UInt32(count)) - 1
            }
        }
        // What is left over is padding: fewer than five bits, all zero.
        return count < 5 && bits == 0 ? out : nil
    }
}
