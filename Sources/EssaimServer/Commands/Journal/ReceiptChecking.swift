import EssaimDomain
import EssaimWorkflow
import TransparencyLog

/// A receipt, or the code of a report's QR, checked without network or database, in words.
public enum ReceiptChecking {
    /// - Throws: `ReceiptFault`.
    public static func check(receipt text: String, key: String?, showing: Bool) throws(ReceiptFault) -> [String] {
        let receipt = try Receipt(text: text)
        let facts = try receipt.verify(trusting: key)
        var lines = ["clé\u{A0}: \(facts.key)"]
        for (item, leaf) in zip(receipt.items, facts.leaves) {
            lines.append(
                "inscription \(leaf.leaf), \(leaf.minute.utcText)\u{A0}: dans le journal signé (\(facts.size))")
            if showing { lines += [item.payload, item.record] }
        }
        return lines + ["reçu authentique"]
    }

    public static func check(code text: String, key: String) throws(ReceiptFault) -> [String] {
        // An address that a telephone read, or what stands after its last slash.
        let last = text.split(separator: "/").last.map(String.init) ?? text
        guard let code = ReceiptCode(text: last) else { throw .unreadable }
        guard let verifier = VerifierKey(text: key), code.isAuthentic([verifier]) else { throw .badSignature }
        return [
            "clé\u{A0}: \(key)",
            "inscription \(code.leaf), \(code.entry.minute.utcText)\u{A0}: dans le journal signé (\(code.size))",
            "reçu authentique",
        ]
    }
}
