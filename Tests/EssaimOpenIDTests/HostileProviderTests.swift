import Crypto
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimOpenID

/// Whatever comes over the wire, nobody is let in but who the provider signed for, for us, now.
struct HostileProviderTests {
    @Test func `who the provider signed for comes in, by either kind of key`() async throws {
        let (provider, tokens) = (FalseProvider(), try Tokens())
        try await provider.run { port in
            provider.say(
                .init(idToken: try tokens.signed(Tokens.claims(port)), keys: try tokens.keys()))
            let anne = try await provider.signIn(port: port).get()
            #expect(anne.subject == "s" && anne.familyName == "Anne Le Goff")
            #expect(anne.issuer == "http://localhost:\(port)")

            let strong = Tokens.claims(port, #", "acr": "eidas1""#)
            let said = #"{"SubjectNameID": "810000000017", "family_name": "KERFICTIF"}"#
            provider.say(.init(idToken: try tokens.signedByRSA(strong), keys: try tokens.keys(), userInfo: said))
            #expect(try await provider.signIn(.proSanteConnect, port: port).get().subject == "810000000017")
        }
    }

    @Test func `a token that the provider did not sign, or not so, opens nothing`() async throws {
        let (provider, tokens) = (FalseProvider(), try Tokens())
        let stranger = try Tokens()
        try await provider.run { port in
            let claims = Tokens.claims(port)
            let right = try tokens.signed(claims)
            let parts = right.split(separator: ".").map(String.init)
            let none = tokens.text(Data(#"{"alg":"none"}"#.utf8))
            let point = tokens.elliptic.publicKey
            let other = tokens.text(Data(Tokens.claims(port, #", "acr": "eidas1""#).utf8))
            let jku = #"{"alg":"ES256","kid":"z","jku":"http://localhost:\#(port)/evil"}"#
            let wrong: [(String, String)] = [
                ("nothing", ""), ("no token", "a.b"), ("four parts", right + ".x"),
                ("no algorithm", "\(none).\(parts[1])."), ("no algorithm, signed", "\(none).\(parts[1]).\(parts[2])"),
                ("an empty signature", "\(parts[0]).\(parts[1])."),
                ("other claims under the same signature", "\(parts[0]).\(other).\(parts[2])"),
                ("a bit of the signature", "\(parts[0]).\(parts[1]).\(flipped(parts[2]))"),
                ("the public key as a secret", tokens.signedByPublicKey(claims, point.x963Representation)),
                ("its PEM as a secret", tokens.signedByPublicKey(claims, Data(point.pemRepresentation.utf8))),
                ("somebody else's key", try stranger.signed(claims)),
                (
                    "a key that is not for signatures",
                    try stranger.signed(claims, header: #"{"alg":"ES256","kid":"x"}"#)
                ),
                ("a key that it names itself", try stranger.signed(claims, header: jku)),
                ("another algorithm than its key's", try tokens.signed(claims, header: #"{"alg":"RS256","kid":"r"}"#)),
                (
                    "an algorithm that is not taken",
                    try tokens.signedByRSA(claims, header: #"{"alg":"RS384","kid":"r"}"#)
                ),
                ("claims that are no JSON", try tokens.signed("{")), ("no claims", try tokens.signed("{}")),
                ("no end", try tokens.signed(claims.replacing(#""exp""#, with: #""expp""#))),
                ("another nonce", try tokens.signed(claims.replacing(#""n""#, with: #""m""#))),
                ("another client", try tokens.signed(claims.replacing("essaim", with: "autre"))),
            ]
            for (name, token) in wrong {
                provider.say(.init(idToken: token, keys: try tokens.keys(extra: stranger.shadow())))
                let answer = await provider.signIn(port: port)
                #expect(throws: ProviderFault.self, "\(name)") { try answer.get() }
            }
        }
        #expect(!provider.paths.contains("/evil"))
    }

    @Test func `Pro Santé Connect signs by RS256 alone`() async throws {
        let (provider, tokens) = (FalseProvider(), try Tokens())
        try await provider.run { port in
            let strong = Tokens.claims(port, #", "acr": "eidas1""#)
            provider.say(.init(idToken: try tokens.signed(strong), keys: try tokens.keys()))
            let answer = await provider.signIn(.proSanteConnect, port: port)
            #expect(throws: ProviderFault.token) { try answer.get() }
        }
    }

    @Test func `a key that nobody can take leaves the others where they are`() async throws {
        let (provider, tokens) = (FalseProvider(), try Tokens())
        let odd = """
            {"kty": "oct", "k": "c2VjcmV0", "kid": "o"}, {"kty": "RSA", "use": "enc", "kid": "c", "n": "AQAB", "e": "AQAB"},
            {"kty": "EC", "crv": "P-999", "kid": "p", "x": "AA", "y": "AA"}, {"kty": "XYZ"}, {}, 7, null,
            {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"},
            """
        try await provider.run { port in
            provider.say(
                .init(idToken: try tokens.signed(Tokens.claims(port)), keys: try tokens.keys(extra: odd)))
            #expect(try await provider.signIn(port: port).get().subject == "s")
        }
    }

    @Test func `what is said of someone else, or for someone else, opens nothing`() async throws {
        let (provider, tokens) = (FalseProvider(), try Tokens())
        try await provider.run { port in
            let mine = #""sub": "s", "name": "Anne Le Goff""#
            let issuer = #""iss": "http://localhost:\#(port)""#
            let signed: [(String, String, Bool)] = [
                ("for us", "{\(mine), \(issuer), \"aud\": \"essaim\", \"exp\": \(Tokens.now + 10)}", true),
                ("for another", "{\(mine), \(issuer), \"aud\": \"autre\"}", false),
                ("by another", "{\(mine), \"iss\": \"https://autre.exemple.fr\", \"aud\": \"essaim\"}", false),
                ("over", "{\(mine), \(issuer), \"aud\": \"essaim\", \"exp\": \(Tokens.now - 61)}", false),
                ("of someone else", #"{"sub": "t", "name": "Un autre"}"#, false),
            ]
            for (name, text, isRight) in signed {
                var said = FalseProvider.Said(
                    idToken: try tokens.signed(Tokens.claims(port)), keys: try tokens.keys(),
                    userInfo: try tokens.signed(text), userInfoType: "application/jwt")
                provider.say(said)
                var answer = await provider.signIn(port: port)
                #expect(((try? answer.get()) != nil) == isRight, "\(name), signed")
                said.userInfo = text
                said.userInfoType = "application/json"
                provider.say(said)
                answer = await provider.signIn(port: port)
                #expect(((try? answer.get()) != nil) == isRight, "\(name), plain")
            }
            provider.say(
                .init(
                    idToken: try tokens.signed(Tokens.claims(port)), keys: try tokens.keys(),
                    userInfo: "\(tokens.text(Data("{\"alg\":\"none\"}".utf8))).\(tokens.text(Data("{\(mine)}".utf8))).",
                    userInfoType: "application/jwt"))
            let answer = await provider.signIn(port: port)
            #expect(throws: ProviderFault.token) { try answer.get() }
        }
    }

    @Test func `documents that lead elsewhere, or are none, are refused`() async throws {
        let (provider, tokens) = (FalseProvider(), try Tokens())
        try await provider.run { port in
            for wrong in [
                ["issuer": "https://autre.exemple.fr"], ["authorization_endpoint": "javascript://x/%0aalert(1)"],
                ["token_endpoint": "http://autre.exemple.fr/t"], ["jwks_uri": "file:///etc/passwd"],
            ] {
                provider.say(
                    .init(
                        idToken: try tokens.signed(Tokens.claims(port)), keys: try tokens.keys(), discovery: wrong))
                let answer = await provider.signIn(port: port)
                #expect(throws: ProviderFault.misconfigured, "\(wrong)") { try answer.get() }
            }
        }
    }

    private func flipped(_ signature: String) -> String { (signature.first == "A" ? "B" : "A") + signature.dropFirst() }
}

extension Tokens {
    /// The same provider's key for another use than signatures: published, and good for none.
    func shadow() -> String {
        let point = elliptic.publicKey.rawRepresentation
        let (x, y) = (text(point.prefix(32)), text(point.suffix(32)))
        return #"{"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "enc", "kid": "x", "x": "\#(x)", "y": "\#(y)"},"#
    }
}
