import EssaimWorkflow
import Fuzzing

@testable import TransparencyLog

/// What is read from a text of these formats is written as it was read, byte for byte: none has two spellings.
enum TextCheck {
    static func text(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            require((try? SignedNote(bytes: bytes)) == nil, "a note that is no UTF-8")
            return
        }
        note(text)
        checkpoint(text)
        kept(try? TLogProof(text: text).text, text)
        kept(try? AddCheckpoint(text: text).text, text)
        kept(VerifierKey(text: text)?.text, text)
        kept(SigningKey(text: text)?.text, text)
        kept(TilePath(text)?.text, text)
        kept(MerkleHash(base64: text)?.base64, text)
        kept(CanonicalDecimal.number(bytes).map(String.init), text)
        kept(ReceiptCode(text: text)?.text, text)
        if let signature = try? NoteSignature(line: text) {
            kept(signature.line, text)
            require(!text.contains("\n") && signature.bytes.count >= 1, "a signature on two lines")
        }
        receipt(text)
    }

    private static func note(_ text: String) {
        guard let note = try? SignedNote(text: text) else { return }
        kept(note.text, text)
        require((1...SignedNote.mostSignatures).contains(note.signatures.count), "a note of no such signatures")
        require(note.body.utf8.last == 0x0A && !text.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "a control character")
        require(!note.isSigned(by: Signers.log.verifier), "signed by who never signed it")
        checkpoint(note.body)
    }

    private static func checkpoint(_ text: String) {
        guard let head = try? Checkpoint(body: text) else { return }
        kept(head.body, text)
        require((0...TreeSize.largest).contains(head.size) && !head.origin.isEmpty, "no such tree")
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count
        require(lines == 4 + head.extensions.count, "a line that is another's")
    }

    /// JSON has many spellings of a value; ours is one of them.
    private static func receipt(_ text: String) {
        guard let receipt = try? Receipt(text: text) else { return }
        require((1...16).contains(receipt.items.count), "a receipt of no such items")
        require((try? Receipt(text: receipt.text)) == receipt, "its own text is read otherwise")
        require((try? receipt.verify(trusting: Signers.log.verifier.text)) == nil, "signed by who never signed it")
    }

    private static func kept(_ written: String?, _ read: String) {
        require(written.map { Array($0.utf8) == Array(read.utf8) } ?? true, "written otherwise than it was read")
    }

    static var seeds: [String] {
        let root = MerkleHash.leaf([1]).base64
        let body = "log.example/essai\n12345\n\(root)\n"
        let note = body + "\n\u{2014} a AAAAAQI=\n\u{2014} b.example/é AAAAAQIDBAU=\n"
        return [
            note, body + "plus\n", "texte\n\nautre\n\n\u{2014} a AAAAAQI=\n", "\u{2014} a AAAAAQI=",
            "\u{2014} a AAAAAQJ=",
            "c2sp.org/tlog-proof@v1\nextra AQID\nindex 3\n\(root)\n\(root)\n\n\(note)", "old 0\n\(root)\n\n\(note)",
            Signers.witness.verifier.text, Signers.witness.verifier.cosigner.text, Signers.witness.text, root,
            "tile/0/x001/x234/067", "tile/entries/000.p/255", "tile/63/x999/999.p/1", "4611686018427387904",
            SpoiltReceipt.receipt(["a", "b"], signedBy: Signers.witness).text,
            ReceiptCode(SpoiltReceipt.receipt(["a"], signedBy: Signers.witness))?.text ?? "",
        ]
    }
}
