import Fuzzing

@testable import TransparencyLog

/// A text, signed; then a few bytes of the note are changed on its way. Whoever still finds it signed reads that very text.
struct SpoiltNote {
    private let isCheckpoint: Bool
    private let isCosigned: Bool
    private let changes: [(place: Int, byte: UInt8)]
    private let text: String

    init(_ reader: inout InputReader) {
        let choice = reader.byte()
        isCheckpoint = choice & 1 == 0
        isCosigned = choice & 2 == 0
        changes = (0..<Int(choice >> 6)).map { _ in (reader.number(), reader.byte()) }
        text = String(decoding: reader.remainder(), as: UTF8.self)
    }

    func check() {
        let body = isCheckpoint ? Self.checkpoint(text).body : text + "\n"
        var signatures = [Signers.log.sign(body)]
        if isCosigned { signatures.append(Signers.witness.cosign(body, at: Int64(changes.count) << 40 + 7)) }
        let note = SignedNote(body: body, signatures: signatures)
        let isText = !body.utf8.contains { $0 < 0x20 && $0 != 0x0A }
        require((try? SignedNote(text: note.text)) == (isText ? note : nil), "signed and not read")
        guard isText else { return }
        require(isSigned(note), "signed and not found to be")
        if isCosigned {
            let cosigner = Signers.witness.verifier.cosigner
            require(cosigner.time(of: signatures[1]) == Int64(changes.count) << 40 + 7, "cosigned at another time")
        }
        require(
            !SignedNote(body: body + "\n", signatures: signatures).isSigned(by: Signers.log.verifier), "a line more")
        var bytes = Array(note.text.utf8)
        for change in changes { bytes[change.place % bytes.count] ^= change.byte }
        guard let spoilt = try? SignedNote(bytes: bytes) else { return }
        require(Array(spoilt.text.utf8) == bytes, "written otherwise than it was read")
        require(!isSigned(spoilt) || Array(spoilt.body.utf8) == Array(body.utf8), "signed, and another text")
    }

    private func isSigned(_ note: SignedNote) -> Bool {
        note.isSigned(by: Signers.log.verifier) || (isCosigned && note.isSigned(by: Signers.witness.verifier.cosigner))
    }

    /// A checkpoint whose origin and further lines are the text's.
    private static func checkpoint(_ text: String) -> Checkpoint {
        let lines = text.unicodeScalars.split { $0.value < 0x20 }.map(String.init)
        let checkpoint = Checkpoint(
            origin: lines.first ?? "log.example/essai",
            size: text.utf8.reduce(0) { ($0 << 7 | Int($1)) & (TreeSize.largest - 1) },
            root: .leaf(Array(text.utf8)), extensions: Array(lines.dropFirst().prefix(Checkpoint.mostExtensions)))
        require((try? Checkpoint(body: checkpoint.body)) == checkpoint, "a checkpoint that its own text does not give")
        return checkpoint
    }

    static var seeds: [[UInt8]] {
        [
            [0] + Array("log.example/essai\nplus".utf8), [1] + Array("Bonjour\n\nà tous".utf8), [0x42, 0, 3, 1],
            [0x81, 0, 9, 4, 0, 60, 1] + Array("abc".utf8),
            [0xC0, 0, 70, 1, 0, 80, 2, 0, 90, 3] + Array("é\u{2014} a b".utf8),
        ]
    }
}
