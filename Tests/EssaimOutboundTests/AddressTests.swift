import Foundation
import Testing

@testable import EssaimOutbound

@Suite struct AddressTests {
    private let door = OutgoingDoor()

    @Test(arguments: [
        "", "peer.example", "//peer.example/", "https:", "https://", "https:///", "https://:443/",
        "https://peer.example:0x1/",
        "https://peer.example:65536/", "https://peer.example:/ ", "https://peer example/",
        "https://peer.example/\r\nX: y",
        "https://peer.example/a\nb", "https://peer.example/\0", "https://peer.example/\t",
        "https://peer%0d%0a.example/",
        "https://peer%00.example/", "https://péer.example/", "https://１２７.０.０.１/", "https://127。0。0。1/",
        "https://ⓛocalhost/", "https://①②⑦.0.0.1/", "https://peer.example\\@other.example/", "https://[::1/",
        "https://[zz]/", "ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1:70/_x", "dict://127.0.0.1/",
        "smtp://127.0.0.1/", "ldap://127.0.0.1/", "javascript:alert(1)", "unix:///run/x", "HTTPS//peer.example",
        "https://peer.example/" + String(repeating: "a", count: 9000),
    ])
    func `an address that is not one of ours is refused before anything is looked up`(_ url: String) async {
        #expect(await door.fault(of: OutgoingCall(.get, url)) == .badAddress)
    }

    @Test(arguments: [
        "http://peer.example/", "HTTP://peer.example/", "http://192.0.2.1/", "http://0.0.0.0/",
        "http://localhost.peer.example/",
        "http://127.0.0.1.peer.example/", "http://[::ffff:127.0.0.1]/", "http://[::]/", "http://10.0.0.1/",
        "http://localhost@peer.example/", "http://localhost:80@peer.example/", "http://128.0.0.1/", "http://[::2]/",
    ])
    func `without TLS nothing leaves this machine`(_ url: String) async {
        #expect(await door.fault(of: OutgoingCall(.get, url)) == .notSecure)
    }

    @Test func `this machine's name that leads elsewhere is not this machine`() async {
        var named = OutgoingCall(.get, "http://localhost:9/")
        named.knownNames = ["localhost:9:192.0.2.1"]
        #expect(await door.fault(of: named) == .notSecure)
    }

    /// Spellings of addresses that a user may not reach, all those of this machine first.
    private static let closed = [
        "127.0.0.1", "localhost", "LOCALHOST", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001",
        "0177.0.0.1", "127.255.255.254", "0.0.0.0", "0", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
        "[2001:0:7f00:1::1]", "%31%32%37.0.0.1", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "2852039166", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "100.64.0.1",
        "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]",
        "[2001:db8::1]", "[3fff::1]", "[100::1]", "[4000::1]", "[5f00::1]", "127.000.000.001", "0x7f.0x0.0x0.0x1",
        "0177.0x0.0.1", "a.localhost", "0xa9fea9fe", "0251.0376.0251.0376",
        "169.254.43518", "10.1", "0xa000001", "012.0.0.1", "192.168.257", "[::FFFF:0A00:0001]", "[::a00:1]",
        "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::1]", "[2002:c0a8:101::]", "[fd00:ec2::254]", "[fe80::1%25lo]",
        "[febf:ffff::1]", "[fdff:ffff::1]", "[ff05::2]", "100.100.100.200", "192.88.99.1",
    ]

    @Test(arguments: closed)
    func `an address from a user leads to no private host, however it is spelt`(_ host: String) async throws {
        let call = OutgoingCall(.get, "https://\(host):9/", timeout: .seconds(3), addresses: .fromUsers)
        #expect(await door.fault(of: call) == .refusedAddress)
    }

    @Test(arguments: ["127.0.0.1.", "localhost.", "017700000001.", "a.localhost.", "[::1].", "0x7f.1."])
    func `a dot at its end leads there no more`(_ host: String) async throws {
        let peer = try Peer("http_peer.py")
        let call = OutgoingCall(
            .get, "https://\(host):\(peer.port)/echo", timeout: .seconds(3), addresses: .fromUsers)
        #expect(await door.fault(of: call) != nil)
        #expect(try peer.end() == "")
    }

    private static let within = [
        "127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.0.1", "::1", "::ffff:127.0.0.1", "fe80::1", "fd00::1",
        "64:ff9b::a00:1", "127.0.0.1,10.0.0.1,::1",
    ]

    @Test func `a public name that leads to a private address is refused when the connection is opened`() async throws {
        let peer = try Peer("http_peer.py")
        for address in Self.within {
            var call = OutgoingCall(
                .get, peer.url("/echo", scheme: "https", host: "peer.example"), addresses: .fromUsers)
            call.knownNames = ["peer.example:\(peer.port):\(address)"]
            #expect(await door.fault(of: call) == .refusedAddress, "\(address)")
        }
        #expect(try peer.end() == "")
    }

    @Test func `the same name in the operator's settings leads there`() async throws {
        let peer = try Peer("http_peer.py")
        var call = OutgoingCall(.get, peer.url("/echo", scheme: "https", host: "peer.example"))
        call.knownNames = ["peer.example:\(peer.port):127.0.0.1"]
        #expect(await door.fault(of: call) == .unreachable("SSL connect error"))
        #expect(try peer.end() == "connection\n")
    }

    @Test func `an address from a user is https, without a name and a password`() async {
        #expect(await door.fault(of: OutgoingCall(.get, "http://127.0.0.1:9/", addresses: .fromUsers)) == .notSecure)
        for url in ["https://a:b@127.0.0.1:9/", "https://a@127.0.0.1:9/", "https://:b@127.0.0.1:9/"] {
            #expect(await door.fault(of: OutgoingCall(.get, url, addresses: .fromUsers)) == .badAddress)
        }
    }

    @Test(arguments: [
        ("1.1.1.1", true), ("9.255.255.255", true), ("11.0.0.0", true), ("100.63.255.255", true), ("100.128.0.0", true),
        ("126.255.255.255", true), ("128.0.0.0", true), ("169.253.255.255", true), ("169.255.0.0", true),
        ("172.15.255.255", true), ("172.32.0.0", true), ("192.0.1.255", true), ("192.167.255.255", true),
        ("192.169.0.0", true), ("198.17.255.255", true), ("198.20.0.0", true), ("223.255.255.255", true),
        ("0.255.255.255", false), ("100.127.255.255", false), ("192.0.0.255", false), ("198.19.255.255", false),
        ("2001:200::1", true), ("2a01:e0a::1", true), ("2606:4700:4700::1111", true), ("3ffe::1", true),
        ("2001:1ff::1", false), ("2001:db8:ffff::1", false), ("2001:db9::1", true), ("2002::1", false),
        ("2003::1", true),
        ("3fff:fff:ffff::1", false), ("3fff:1000::1", true), ("1fff::1", false), ("4000::", false), ("::", false),
    ])
    func `public addresses end where the registries say`(_ literal: String, _ isPublic: Bool) throws {
        #expect(try #require(NetworkAddress(literal: literal)).isPublic == isPublic)
    }

    private static let headers = [
        ("", "x"), ("X Y", "x"), ("X:", "x"), ("X\r\nY", "x"), ("X", "a\r\nY: b"), ("X", "a\nb"), ("X", "a\rb"),
        ("X", "a\0b"), ("X", "a\u{7F}"), ("Xé", "x"), ("X;", ""), ("Host", "other"), ("content-length", "0"),
        ("Transfer-Encoding", "chunked"), ("Connection", "x"), ("Expect", "x"),
        ("X", String(repeating: "a", count: 8193)),
    ]

    @Test func `a header that is not one is refused, and nothing is sent`() async throws {
        let peer = try Peer("http_peer.py")
        for header in Self.headers {
            let call = OutgoingCall(.get, peer.url("/echo"), headers: [header])
            #expect(await door.fault(of: call) == .badAddress, "\(header)")
        }
        #expect(try peer.end() == "")
    }
}
