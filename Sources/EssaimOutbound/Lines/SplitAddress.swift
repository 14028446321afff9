import CCurl

/// An address split by the very parser that will be used for the call: what was checked is what is called.
final class SplitAddress {
    /// libcurl's handle, freed with this value.
    let handle: OpaquePointer

    /// - Parameter text: `scheme://…`, with the characters of RFC 3986 §2 only: no space, control or accented one.
    init(_ text: String) throws(OutgoingFault) {
        guard text.utf8.count <= 8192, text.utf8.allSatisfy(Self.isAllowed), text.contains("://") else {
            throw .badAddress
        }
        guard let handle = curl_url() else { throw .unreachable("Out of memory") }
        self.handle = handle
        guard curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK, let host = part(CURLUPART_HOST),
            !host.isEmpty
        else { throw .badAddress }
    }

    deinit { curl_url_cleanup(handle) }

    /// One part as libcurl understood it, nil if there is none.
    /// - Parameter decoded: with `%41` turned into `A`; nil if a control character came out.
    func part(_ part: CURLUPart, decoded: Bool = false) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, decoded ? UInt32(CURLU_URLDECODE) : 0) == CURLUE_OK, let text else {
            return nil
        }
        defer { curl_free(text) }
        return String(validatingCString: text)
    }

    /// `localhost`, `127.…` or `::1` as written. The connection is checked again when it is opened.
    var isThisMachine: Bool {
        guard let host = part(CURLUPART_HOST) else { return false }
        if host.lowercased() == "localhost" { return true }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        return NetworkAddress(literal: bare)?.isLoopback ?? false
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
        }
    }
}
