import Crypto
import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import HTTPTypes
import Testing

@testable import EssaimServer

/// What is shown in the place of a good assertion. Each is refused by the same words, and earns nothing.
@Suite struct HostileAssertionTests {
    typealias Forger = @Sendable (Program, Instant) throws -> String

    /// Headers that replace or join the right ones; an empty text takes one away.
    static let headers: [(String, [String: String])] = [
        ("alg NonE, signed", ["alg": "\"NonE\""]), ("no alg", ["alg": ""]),
        ("alg of another kind of key", ["alg": "\"PS256\""]), ("alg ES384", ["alg": "\"ES384\""]),
        ("no kid", ["kid": ""]), ("another kid", ["kid": "\"other\""]),
        ("a kid that is a path", ["kid": "\"../../dev/null\""]), ("a kid that is SQL", ["kid": "\"' OR 1=1 --\""]),
        ("what must be understood", ["crit": "[\"b64\"]", "b64": "false"]),
    ]

    /// Claims, the same.
    /// - Parameter now: in seconds.
    static func claims(at now: Int64) -> [(String, [String: String])] {
        let deep = String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
        let (long, huge) = (String(repeating: "j", count: 256), String(repeating: "a", count: 9000))
        let own = Program.audience
        return [
            ("huge", ["pad": "\"\(huge)\""]), ("deeply nested", ["pad": deep]),
            ("another issuer", ["iss": "\"other\""]), ("another subject", ["sub": "\"other\""]),
            ("no subject", ["sub": ""]), ("another audience", ["aud": "\"http://localhost\""]),
            ("another server", ["aud": "\"http://localhost:8080/api/jeton\""]),
            ("our audience and a slash", ["aud": "\"\(own)/\""]),
            ("several audiences", ["aud": "[\"\(own)\",\"x\"]"]), ("a list of one audience", ["aud": "[\"\(own)\"]"]),
            ("no audience", ["aud": ""]), ("no end", ["exp": ""]), ("no beginning", ["iat": ""]),
            ("no name", ["jti": ""]), ("an empty name", ["jti": "\"\""]), ("a long name", ["jti": "\"\(long)\""]),
            ("over", ["iat": "\(now - 60)", "exp": "\(now)"]),
            ("of later", ["iat": "\(now + 31)", "exp": "\(now + 60)"]), ("not yet", ["nbf": "\(now + 31)"]),
            ("longer than five minutes", ["exp": "\(now + 301)"]),
            ("ended before it began", ["iat": "\(now + 20)", "exp": "\(now + 10)"]),
            ("an end without end", ["exp": "1e308", "iat": "1e308"]), ("an end as a text", ["exp": "\"2100\""]),
        ]
    }

    static let others: [(String, Forger)] = [
        ("nothing", { _, _ in "" }), ("noise", { _, _ in "a.b.c" }), ("two parts", { _, _ in "e30.e30" }),
        ("not UTF-8", { _, _ in "\(Program.text([0xFF])).\(Program.text([0xFE])).AA" }),
        (
            "bad base64",
            { program, now in
                let rest = try program.assertion(at: now).dropFirst(4)
                return "%%%.\(rest)"
            }
        ),
        ("unsigned", { program, now in "\(program.body(at: now))." }),
        ("alg none", { program, now in "\(program.body(at: now, header: ["alg": "\"none\""]))." }),
        (
            "HS256 under the public key",
            { program, now in hmac(program, now, program.key.publicKey.pemRepresentation) }
        ),
        ("HS256 under nothing", { program, now in hmac(program, now, "") }),
        ("one changed letter", { program, now in changed(try program.assertion(at: now)) }),
        ("another's signature", { program, now in try swapped(program, now) }),
        ("a key of its own in the header", { program, now in try withOwnKey(program, now) }),
        (
            "another key's signature",
            { program, now in
                try Program(account: program.account, key: P256.Signing.PrivateKey(), kid: program.kid)
                    .assertion(at: now)
            }
        ),
    ]

    private static func all(_ program: Program, at now: Instant) throws -> [(String, String)] {
        try headers.map { ($0.0, try program.assertion(at: now, header: $0.1)) }
            + claims(at: now.milliseconds / 1000).map { ($0.0, try program.assertion(at: now, $0.1)) }
            + others.map { ($0.0, try $0.1(program, now)) }
    }

    @Test func `every forged assertion has one answer, and leaves no token`() async throws {
        try await ServedTown.open { town in
            let program = try await Program.register(in: town)
            var answers: Set<String> = []
            for (name, assertion) in try Self.all(program, at: town.clock.now()) {
                let page = try await town.askToken(assertion)
                #expect(page.status == 401, "\(name): \(page.status)")
                answers.insert("\(page.headers) \(page.source)")
            }
            #expect(answers.count == 1)
            #expect(answers.first?.contains(#"{"error":"invalid_client"}"#) == true)
            #expect(try town.ledger.counts()["software_tokens"] == 0)
            #expect(try town.ledger.counts()["software_assertions"] == 0)
            // What they were made from is good.
            _ = try await town.token(of: program)
        }
    }

    /// What stands at the edge, and is good.
    @Test(arguments: [
        ["exp": 300, "iat": 0], ["exp": 60, "iat": 30], ["exp": 1, "iat": -299], ["exp": 60, "iat": 0, "nbf": 30],
    ]) func `what is just within the limits is taken`(_ claims: [String: Int64]) async throws {
        try await ServedTown.open { town in
            let (program, now) = (try await Program.register(in: town), town.clock.now())
            let said = claims.mapValues { "\(now.milliseconds / 1000 + $0)" }
            #expect(try await town.askToken(try program.assertion(at: now, said)).status == 200)
        }
    }

    @Test func `an account that is not there is answered as one that is, and leaves nothing`() async throws {
        try await ServedTown.open { town in
            let program = try await Program.register(in: town)
            let stranger = Program(
                account: SoftwareAccount(
                    id: "nobody", network: Network.sample.id, name: "", scopes: [], madeAt: town.clock.now()),
                key: program.key, kid: program.kid)
            let before = try town.ledger.dumpAll()
            let page = try await town.askToken(try stranger.assertion(at: town.clock.now()))
            #expect(page.status == 401 && page.source == #"{"error":"invalid_client"}"#)
            #expect(try town.ledger.dumpAll() == before)
        }
    }

    private static func hmac(_ program: Program, _ now: Instant, _ secret: String) -> String {
        let body = program.body(at: now, header: ["alg": "\"HS256\""])
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(body.utf8), using: SymmetricKey(data: Data(secret.utf8)))
        return body + "." + Program.text(Array(code))
    }

    /// The claims of one under the signature of another.
    private static func swapped(_ program: Program, _ now: Instant) throws -> String {
        let other = try program.assertion(at: now)
        let signature = other.split(separator: ".").last ?? ""
        return "\(program.body(at: now)).\(signature)"
    }

    /// What a header offers is no key of the account's.
    private static func withOwnKey(_ program: Program, _ now: Instant) throws -> String {
        let own = P256.Signing.PrivateKey()
        let point = own.publicKey.rawRepresentation
        let (x, y) = (Program.text(point.prefix(32)), Program.text(point.suffix(32)))
        let header = [
            "jwk": #"{"kty":"EC","crv":"P-256","x":"\#(x)","y":"\#(y)"}"#, "jku": "\"http://localhost/keys\"",
            "x5u": "\"http://localhost/x\"", "x5c": "[\"AA==\"]",
        ]
        return try Program(account: program.account, key: own, kid: program.kid).assertion(at: now, header: header)
    }

    /// The middle letter of the signature's text.
    private static func changed(_ assertion: String) -> String {
        var bytes = Array(assertion.utf8)
        let place = bytes.count - 40
        bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        return String(decoding: bytes, as: UTF8.self)
    }
}
