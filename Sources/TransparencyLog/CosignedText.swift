/// What a witness signs: a fixed line, a line with the time, then the checkpoint's text.
///
/// Source: c2sp.org/tlog-cosignature, "Ed25519 signed message".
enum CosignedText {
    /// How many bytes the time takes before the signature.
    static let timeBytes = 8

    /// The text that is signed.
    static func text(_ body: String, at seconds: Int64) -> String {
        "cosignature/v1\ntime \(seconds)\n" + body
    }

    /// The time at the head of a cosignature, in seconds since 1970; nil if it is cut short or beyond 2^63 - 1.
    static func time(in signature: [UInt8]) -> Int64? {
        guard signature.count >= timeBytes else { return nil }
        return Int64(exactly: signature.prefix(timeBytes).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
