import EssaimDomain
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimOpenID

/// OpenID Connect Core 1.0, §3.1.3.7.
struct IDTokenTests {
    private static let now = 1_800_000_000.0

    private func token(
        iss: String = "https://psc.exemple.fr", sub: String = "s", aud: String = #""essaim""#, azp: String? = nil,
        exp: Double = now + 120, iat: Double = now, nonce: String? = "n", acr: String? = "eidas1", more: String? = nil
    ) throws -> IDToken {
        var parts = [#""iss":"\#(iss)""#, #""sub":"\#(sub)""#, #""aud":\#(aud)"#, #""exp":\#(exp)"#, #""iat":\#(iat)"#]
        if let azp { parts.append(#""azp":"\#(azp)""#) }
        if let nonce { parts.append(#""nonce":"\#(nonce)""#) }
        if let acr { parts.append(#""acr":"\#(acr)""#) }
        if let more { parts.append(more) }
        return try JSONDecoder().decode(IDToken.self, from: Data("{\(parts.joined(separator: ","))}".utf8))
    }

    private func fault(
        _ token: IDToken, _ settings: ProviderSettings = UserInfoTests.connect, renewedAfter: Instant? = nil
    ) -> ProviderFault? {
        let departure = Departure(address: "", state: "s", nonce: "n", verifier: "v", renewedAfter: renewedAfter)
        do throws(ProviderFault) {
            try token.check(settings, departure, accessToken: "accès", now: Self.now)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a token for this sign-in is taken`() throws {
        #expect(fault(try token()) == nil)
        #expect(fault(try token(aud: #"["essaim","autre"]"#, azp: "essaim")) == nil)
        #expect(fault(try token(exp: Self.now - 59)) == nil)
        #expect(fault(try token(iat: Self.now + 59)) == nil)
    }

    @Test func `each word that is not ours is refused`() throws {
        let wrong: [(String, IDToken)] = [
            ("issuer", try token(iss: "https://psc.exemple.fr/")), ("subject", try token(sub: "")),
            ("audience", try token(aud: #""autre""#)), ("two audiences", try token(aud: #"["essaim","autre"]"#)),
            ("party", try token(azp: "autre")), ("expired", try token(exp: Self.now - 61)),
            ("from the future", try token(iat: Self.now + 61)), ("old", try token(iat: Self.now - 601)),
            ("nonce", try token(nonce: "m")), ("no nonce", try token(nonce: nil)),
        ]
        for (name, token) in wrong { #expect(fault(token) == .token, "\(name)") }
    }

    @Test func `a weaker authentication is refused, where one is asked for`() throws {
        #expect(fault(try token(acr: "eidas0")) == .weak)
        #expect(fault(try token(acr: nil)) == .weak)
        #expect(fault(try token(iss: "https://chu.exemple.fr", acr: nil), UserInfoTests.hospital) == nil)
        var asksTwo = UserInfoTests.hospital
        asksTwo.amr = "mfa"
        for (said, expected): (String?, ProviderFault?) in [
            (nil, .weak), (#""amr":[]"#, .weak), (#""amr":["pwd"]"#, .weak), (#""amr":["pwd","mfa"]"#, nil),
        ] {
            #expect(
                fault(try token(iss: "https://chu.exemple.fr", acr: nil, more: said), asksTwo) == expected,
                "\(said ?? "nothing")")
        }
    }

    @Test func `a token is not taken before its time, nor with another access token than its own`() throws {
        #expect(fault(try token(more: #""nbf":\#(Self.now + 59)"#)) == nil)
        #expect(fault(try token(more: #""nbf":\#(Self.now + 61)"#)) == .token)
        // The left 128 bits of the SHA-256 of « accès », by `openssl dgst`.
        #expect(fault(try token(more: #""at_hash":"xhPCTRAvQ5tznJc5AgjtTg""#)) == nil)
        #expect(fault(try token(more: #""at_hash":"AAAAAAAAAAAAAAAAAAAAAA""#)) == .token)
    }

    @Test func `asked to show it again, they did so after they left`() throws {
        let left = Instant(milliseconds: Int64(Self.now) * 1000)
        for (said, expected): (String?, ProviderFault?) in [
            (nil, .weak), (#""auth_time":\#(Self.now - 61)"#, .weak), (#""auth_time":\#(Self.now + 3)"#, nil),
        ] {
            #expect(fault(try token(more: said), renewedAfter: left) == expected, "\(said ?? "nothing")")
            #expect(fault(try token(more: said)) == nil)
        }
    }
}
