import Glibc
import NIOCore

/// The proxies whose word on the sender's address is believed: addresses, or blocks of them (`10.0.0.0/8`, `fd00::/8`).
/// What stands before the last one of them in `X-Forwarded-For` is where a request came from; no other header says it, and
/// nobody else does.
public struct TrustedProxies: Sendable, Equatable {
    private struct Block: Sendable, Equatable {
        let address: [UInt8]
        let bits: Int

        func holds(_ other: [UInt8]) -> Bool {
            guard other.count == address.count else { return false }
            return zip(address, other).enumerated().allSatisfy { place, pair in
                let kept = min(max(bits - place * 8, 0), 8)
                let mask = UInt8(truncatingIfNeeded: 0xFF00 >> kept)
                return pair.0 & mask == pair.1 & mask
            }
        }
    }

    private let blocks: [Block]

    /// A proxy on this machine, as `docs/operations.md` sets one up.
    public static let thisMachine = TrustedProxies(blocks: [
        Block(address: [127, 0, 0, 0], bits: 8), Block(address: [UInt8](repeating: 0, count: 15) + [1], bits: 128),
    ])

    private init(blocks: [Block]) { self.blocks = blocks }

    /// - Parameter text: addresses and blocks, separated by commas or spaces; `none` for nobody.
    /// - Returns: nil where one of them is none.
    public init?(_ text: String) {
        let words = text.split { $0 == "," || $0 == " " }
        if words == ["none"] {
            blocks = []
            return
        }
        var blocks: [Block] = []
        for word in words {
            let parts = word.split(separator: "/", omittingEmptySubsequences: false)
            guard let address = Self.bytes(String(parts[0])), parts.count <= 2 else { return nil }
            var bits = address.count * 8
            if parts.count == 2 {
                guard let typed = Int(parts[1]), (0...bits).contains(typed), parts[1].allSatisfy(\.isNumber) else {
                    return nil
                }
                bits = typed
            }
            blocks.append(Block(address: address, bits: bits))
        }
        guard !blocks.isEmpty else { return nil }
        self.blocks = blocks
    }

    /// The address that asks, from the right: the first one that no proxy of ours has. A word that is no address ends the
    /// walk: what stood behind it is not known, and the proxy that passed it on is named.
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - forwarded: the values of `X-Forwarded-For`, in their order.
    public func client(peer: String, forwarded: [String]) -> String {
        guard var last = Self.bytes(peer) else { return peer }
        var name = Self.text(last)
        for word in forwarded.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }).reversed() {
            guard blocks.contains(where: { $0.holds(last) }), let next = Self.bytes(Self.withoutPort(word)) else {
                break
            }
            (last, name) = (next, Self.text(next))
        }
        return name
    }

    /// Four bytes, or sixteen; an IPv4 address that is written as IPv6 is the IPv4 one.
    private static func bytes(_ text: String) -> [UInt8]? {
        // Nothing but what an address is written with: neither a zone nor what a C string would end at.
        let isWritten = text.utf8.allSatisfy { byte in
            0x30...0x39 ~= byte || 0x61...0x66 ~= byte || 0x41...0x46 ~= byte || byte == 0x2E || byte == 0x3A
        }
        guard isWritten, text.utf8.count <= 45, let address = try? SocketAddress(ipAddress: text, port: 0) else {
            return nil
        }
        switch address {
        case .v4(let v4): return withUnsafeBytes(of: v4.address.sin_addr) { Array($0) }
        case .v6(let v6):
            let bytes = withUnsafeBytes(of: v6.address.sin6_addr) { Array($0) }
            let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            return isMapped ? Array(bytes[12...]) : bytes
        case .unixDomainSocket: return nil
        }
    }

    /// One spelling of each address: limits are counted by it.
    private static func text(_ bytes: [UInt8]) -> String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        let address = try? SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 0)
        return address?.ipAddress ?? ""
    }

    /// Some proxies write `203.0.113.9:4711` and `[2001:db8::1]:4711`.
    private static func withoutPort(_ word: Substring) -> String {
        let word = word.drop { $0 == " " || $0 == "\t" }
        let text = String(word.prefix { $0 != " " && $0 != "\t" })
        guard text.utf8.count == word.utf8.count || word.dropFirst(text.count).allSatisfy({ $0 == " " || $0 == "\t" })
        else { return "" }
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            return String(text[text.index(after: text.startIndex)..<end])
        }
        guard text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") else { return text }
        return String(text[..<colon])
    }
}
