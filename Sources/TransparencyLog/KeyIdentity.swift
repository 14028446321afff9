import Crypto

/// What names a key in a note: its name, and four bytes that follow from name, type and public key.
///
/// Source: c2sp.org/signed-note, "Signatures".
enum KeyIdentity {
    /// Which signatures a key makes; the raw value is the format's type byte.
    enum Algorithm: UInt8, Sendable {
        /// Ed25519 over the text of the note.
        case ed25519 = 0x01
        /// Ed25519 over a time and the text (c2sp.org/tlog-cosignature).
        case cosignature = 0x04
    }

    /// Whether a note can carry the name: something, no white space of Unicode, no `+`, no control character.
    static func isValid(_ name: String) -> Bool {
        NoteText.isLine(name) && !name.unicodeScalars.contains { $0 == "+" || $0.properties.isWhitespace }
    }

    /// SHA-256(name ‖ line feed ‖ type ‖ public key), its first four bytes, the highest first.
    static func id(name: String, algorithm: Algorithm, publicKey: [UInt8]) -> UInt32 {
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey)
        return digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// `<name>+<8 hexadecimal digits>+<base64>`.
    static func text(name: String, id: UInt32, key: [UInt8]) -> String {
        let digits = String(id, radix: 16)
        return name + "+" + String(repeating: "0", count: 8 - digits.count) + digits + "+" + StrictBase64.text(of: key)
    }

    /// The name and the key's bytes of such a text. The digits are for the caller to compare; nil for another shape.
    static func read(_ text: String) -> (name: String, key: [UInt8])? {
        let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let key = StrictBase64.bytes(of: Array(parts[2])[...]) else { return nil }
        let name = String(Substring(parts[0]))
        return isValid(name) ? (name, key) : nil
    }
}
