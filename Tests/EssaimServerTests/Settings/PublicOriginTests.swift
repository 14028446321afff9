import EssaimHTTP
import Testing

@Suite struct PublicOriginTests {
    static let accepted: [(typed: String, text: String, authority: String)] = [
        ("http://localhost:8080", "http://localhost:8080", "localhost:8080"),
        ("http://localhost:8080/", "http://localhost:8080", "localhost:8080"),
        ("http://localhost", "http://localhost", "localhost"),
        ("http://localhost:80", "http://localhost", "localhost"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080", "[::1]:8080"),
        ("https://essaim.exemple.fr", "https://essaim.exemple.fr", "essaim.exemple.fr"),
        ("https://essaim.exemple.fr:443", "https://essaim.exemple.fr", "essaim.exemple.fr"),
        ("https://essaim.exemple.fr:8443", "https://essaim.exemple.fr:8443", "essaim.exemple.fr:8443"),
        ("HTTPS://Essaim.Exemple.FR", "https://essaim.exemple.fr", "essaim.exemple.fr"),
    ]

    @Test(arguments: accepted) func `an address is known by its origin`(
        _ typed: String, _ text: String, _ authority: String
    ) throws {
        let origin = try PublicOrigin(typed)
        #expect(origin.text == text && origin.authority == authority)
        #expect(origin.isHTTPS == text.hasPrefix("https:"))
    }

    static let beyond = [
        "http://essaim.exemple.fr", "http://192.168.1.10:8080", "http://0.0.0.0:8080", "http://10.0.0.1",
        "http://localhost.exemple.fr", "http://127.0.0.1.exemple.fr", "http://127.exemple.fr", "http://[2001:db8::1]",
    ]

    @Test(arguments: beyond) func `without TLS, no address beyond this machine`(_ typed: String) {
        #expect(throws: PublicOrigin.Fault.plainBeyondLoopback) { try PublicOrigin(typed) }
    }

    static let nonsense = [
        "", " ", "localhost:8080", "essaim.exemple.fr", "ftp://localhost", "javascript:alert(1)", "https://",
        "http:///a",
        "https://essaim.exemple.fr/sous-dossier", "https://essaim.exemple.fr/?a=1", "https://essaim.exemple.fr/#a",
        "https://moi@essaim.exemple.fr", "https://moi:secret@essaim.exemple.fr", "https://essaim exemple.fr",
        "https://essaim.exemple.fr\r\nX: y", "//essaim.exemple.fr", "https://essaim.exemple.fr:99999",
        "https://essaim.exemple.fr:0",
    ]

    @Test(arguments: nonsense) func `what is no origin is refused`(_ typed: String) {
        #expect(throws: PublicOrigin.Fault.notAnAddress) { try PublicOrigin(typed) }
    }

    @Test(arguments: [
        ("localhost", true), ("127.0.0.1", true), ("127.0.0.53", true), ("::1", true), ("[::1]", true),
        ("0.0.0.0", false),
        ("::", false), ("192.168.1.10", false), ("", false), ("localhost.exemple.fr", false), ("127.exemple.fr", false),
        ("127.0.0.1.exemple.fr", false), ("128.0.0.1", false),
    ]) func `loopback is this machine only`(_ host: String, _ isLoopback: Bool) {
        #expect(PublicOrigin.isLoopback(host) == isLoopback)
    }
}
