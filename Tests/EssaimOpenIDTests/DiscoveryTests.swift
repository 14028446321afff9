import EssaimWorkflow
import Testing

@testable import EssaimOpenID

struct DiscoveryTests {
    @Test func `a document of another issuer is refused, to the byte`() {
        let text = """
            {"issuer": "https://psc.exemple.fr", "authorization_endpoint": "https://psc.exemple.fr/a",
             "token_endpoint": "https://psc.exemple.fr/t", "jwks_uri": "https://psc.exemple.fr/k"}
            """
        #expect(throws: Never.self) { try Discovery(Array(text.utf8), of: "https://psc.exemple.fr") }
        for issuer in ["https://psc.exemple.fr/", "https://PSC.exemple.fr", "http://psc.exemple.fr", ""] {
            #expect(throws: ProviderFault.misconfigured) { try Discovery(Array(text.utf8), of: issuer) }
        }
        #expect(throws: ProviderFault.away) { try Discovery(Array("<html>".utf8), of: "https://psc.exemple.fr") }
    }

    @Test func `forms escape what would end a field`() {
        #expect(OpenIDProvider.form([("a", "b&c=d é"), ("e", "")]) == "a=b%26c%3Dd%20%C3%A9&e=")
    }

    @Test(arguments: [
        "javascript://psc.exemple.fr/%0aalert(1)", "http://psc.exemple.fr/a", "https:///a", "data:text/html,x",
        "https://essaim@psc.exemple.fr/a", "http://localhost:8080/a", "ftp://psc.exemple.fr/a", "/a", "",
    ])
    func `an address that leads past TLS makes the whole document refused`(_ address: String) {
        let members = [
            "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint",
        ]
        for wrong in members {
            let said = members.map { #""\#($0)": "\#($0 == wrong ? address : "https://psc.exemple.fr/x")""# }
            let text = #"{"issuer": "https://psc.exemple.fr", \#(said.joined(separator: ", "))}"#
            #expect(throws: ProviderFault.misconfigured, "\(wrong)") {
                try Discovery(Array(text.utf8), of: "https://psc.exemple.fr")
            }
        }
    }
}
