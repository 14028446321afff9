/// Why a text is no note, checkpoint, proof or request. None of them carries what was read.
public enum NoteFault: Error, Hashable {
    /// More than 1 MB.
    case tooLong
    /// No valid UTF-8.
    case notUTF8
    /// A control character other than the line feed.
    case controlCharacter
    /// A line that does not end, or a line that is missing.
    case cutShort
    /// No blank line before the signatures, or no signature after it.
    case unsigned
    /// A line after the blank line that is not `— name base64`.
    case signatureLine
    /// More than 100 signatures.
    case tooManySignatures
    /// A checkpoint whose first line is empty.
    case origin
    /// A size, or an index, that is no canonical decimal up to 2^62.
    case number
    /// A hash that is not 44 characters of canonical base64.
    case hash
    /// An empty extension line, or more than 100 of them.
    case extensionLine
    /// A first line, or a keyword, other than the format's.
    case keyword
    /// Extra data that is empty or not canonical base64.
    case extra
    /// More than 63 hashes of proof.
    case tooManyHashes
}
