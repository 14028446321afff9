/// One header of a call, checked and written as libcurl wants it.
struct CallHeader {
    /// `Name: value`, or libcurl's `Name;` for an empty value (`Name:` would take the header away).
    let line: String

    /// Headers that say where a message ends or to whom it goes: ours to write.
    private static let framing: Set<String> = [
        "host", "content-length", "transfer-encoding", "connection", "keep-alive", "proxy-connection", "upgrade", "te",
        "trailer", "expect", "proxy-authorization", "cookie",
    ]

    init(_ name: String, _ value: String) throws(OutgoingFault) {
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isToken), !Self.framing.contains(name.lowercased()) else {
            throw .badAddress
        }
        guard value.utf8.count <= 8192, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw .badAddress
        }
        let isEmpty = value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        line = isEmpty ? "\(name);" : "\(name): \(value)"
    }

    /// RFC 9110 §5.6.2.
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
