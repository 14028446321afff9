import Foundation

/// Standard base64 with padding (RFC 4648, section 4), of which only the one canonical spelling of some bytes is read:
/// no white space, no missing or superfluous `=`, no bits set beyond the last byte.
enum StrictBase64 {
    /// The canonical spelling.
    static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }

    /// The bytes that are spelled so; nil for any other spelling, and for nothing at all.
    static func bytes(of text: ArraySlice<UInt8>) -> [UInt8]? {
        guard !text.isEmpty, text.count.isMultiple(of: 4), let data = Data(base64Encoded: Data(text)),
            data.base64EncodedData().elementsEqual(text)
        else { return nil }
        return Array(data)
    }
}
