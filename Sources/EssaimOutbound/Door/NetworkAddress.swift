import Foundation

/// An IPv4 or IPv6 address, 4 or 16 bytes in network order.
struct NetworkAddress: Equatable {
    let bytes: [UInt8]

    /// - Parameter bytes: 4 or 16 of them; nil otherwise.
    init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// A usual spelling, `192.0.2.1` or `2001:db8::1`; nil for anything else, a name among others.
    init?(literal: String) {
        var room = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, literal, &room) == 1 {
            bytes = Array(room[..<4])
        } else if inet_pton(AF_INET6, literal, &room) == 1 {
            bytes = room
        } else {
            return nil
        }
    }

    /// `127.0.0.0/8` or `::1`: what is sent there does not leave the machine.
    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1]
    }

    /// A host of the public internet. IPv4: not in IANA's special-purpose registry, nor multicast, nor reserved.
    /// IPv6: within `2000::/3`, the only block given out, less what carries an IPv4 address or is kept for other uses;
    /// so IPv4-mapped, NAT64, link-local, unique local and multicast addresses are not.
    var isPublic: Bool {
        let closed = bytes.count == 4 ? Self.closedIPv4 : Self.closedIPv6
        guard bytes.count == 4 || bytes[0] & 0b1110_0000 == 0b0010_0000 else { return false }
        return !closed.contains { isWithin($0.prefix, $0.length) }
    }

    private func isWithin(_ prefix: [UInt8], _ length: Int) -> Bool {
        for (index, byte) in prefix.enumerated() {
            let kept = min(8, max(0, length - 8 * index))
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> kept)
            if bytes[index] & mask != byte & mask { return false }
        }
        return true
    }

    /// iana.org/assignments/iana-ipv4-special-registry, with multicast (224/4) and reserved (240/4).
    private static let closedIPv4: [(prefix: [UInt8], length: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
        ([192, 0, 2], 24), ([192, 31, 196], 24), ([192, 52, 193], 24), ([192, 88, 99], 24), ([192, 168], 16),
        ([192, 175, 48], 24), ([198, 18], 15), ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 3),
    ]

    /// iana.org/assignments/iana-ipv6-special-registry, within `2000::/3`: protocols and Teredo, documentation, 6to4,
    /// AS112, documentation again.
    private static let closedIPv6: [(prefix: [UInt8], length: Int)] = [
        ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0d, 0xb8], 32), ([0x20, 0x02], 16),
        ([0x26, 0x20, 0x00, 0x4f, 0x80, 0x00], 48), ([0x3f, 0xff, 0x00], 20),
    ]
}
