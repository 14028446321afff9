import Testing

@testable import EssaimHTTP

/// Where a request came from, by the word of proxies that are ours and of nobody else.
struct TrustedProxiesTests {
    private static let office = TrustedProxies("10.0.0.0/8 192.0.2.1, 2001:db8:1::/48")

    @Test(
        arguments: [
            // peer, what came with it, where it came from
            ("203.0.113.9", [], "203.0.113.9"),
            ("203.0.113.9", ["198.51.100.7"], "203.0.113.9"),
            ("10.1.2.3", [], "10.1.2.3"),
            ("10.1.2.3", ["198.51.100.7"], "198.51.100.7"),
            ("10.1.2.3", ["1.1.1.1, 198.51.100.7"], "198.51.100.7"),
            ("10.1.2.3", ["1.1.1.1", "198.51.100.7"], "198.51.100.7"),
            ("10.1.2.3", ["1.1.1.1, 198.51.100.7, 10.9.9.9"], "198.51.100.7"),
            ("10.1.2.3", ["198.51.100.7, 192.0.2.1,10.9.9.9"], "198.51.100.7"),
            ("10.1.2.3", ["198.51.100.7, 192.0.2.2"], "192.0.2.2"),
            ("10.1.2.3", ["10.4.4.4, 10.5.5.5"], "10.4.4.4"),
            // No address: the one who passed it on.
            ("10.1.2.3", ["Anne Le Goff"], "10.1.2.3"), ("10.1.2.3", [""], "10.1.2.3"), ("10.1.2.3", [","], "10.1.2.3"),
            ("10.1.2.3", ["198.51.100.7, unknown, 10.9.9.9"], "10.9.9.9"), ("10.1.2.3", ["_hidden"], "10.1.2.3"),
            ("10.1.2.3", ["198.51.100.7 198.51.100.8"], "10.1.2.3"), ("10.1.2.3", ["010.1.1.1"], "10.1.2.3"),
            ("10.1.2.3", ["0x7f.1"], "10.1.2.3"), ("10.1.2.3", ["127.1"], "10.1.2.3"),
            ("10.1.2.3", ["256.1.1.1"], "10.1.2.3"),
            ("10.1.2.3", ["198.51.100.7\u{0}"], "10.1.2.3"), ("10.1.2.3", ["198.51.100.7/32"], "10.1.2.3"),
            ("10.1.2.3", [String(repeating: "1", count: 9000)], "10.1.2.3"),
            // One spelling each.
            ("10.1.2.3", ["198.51.100.7:4711"], "198.51.100.7"), ("10.1.2.3", ["[2001:DB8::1]:4711"], "2001:db8::1"),
            ("10.1.2.3", ["2001:db8:0:0:0:0:0:1"], "2001:db8::1"),
            ("10.1.2.3", ["::ffff:198.51.100.7"], "198.51.100.7"),
            ("::ffff:10.1.2.3", ["198.51.100.7"], "198.51.100.7"), ("2001:db8:1::5", ["198.51.100.7"], "198.51.100.7"),
            ("2001:db8:2::5", ["198.51.100.7"], "2001:db8:2::5"),
        ] as [(String, [String], String)])
    func `the address is the first from the right that no proxy of ours has`(
        _ peer: String, _ forwarded: [String], _ expected: String
    ) {
        #expect(Self.office?.client(peer: peer, forwarded: forwarded) == expected)
    }

    @Test func `without a setting it is a proxy on this machine, and with none nobody`() {
        let sent = ["198.51.100.7"]
        for peer in ["127.0.0.1", "127.8.8.8", "::1"] {
            #expect(TrustedProxies.thisMachine.client(peer: peer, forwarded: sent) == "198.51.100.7")
            #expect(TrustedProxies("none")?.client(peer: peer, forwarded: sent) == peer)
        }
        #expect(TrustedProxies.thisMachine.client(peer: "10.0.0.1", forwarded: sent) == "10.0.0.1")
    }

    @Test(arguments: [
        "", " ", "proxy", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "2001:db8::/129", "10.0.0",
        "none 10.0.0.1",
        "10.0.0.0/٨", "localhost",
    ])
    func `what is no address and no block stops the start`(_ text: String) {
        #expect(TrustedProxies(text) == nil)
    }
}
