import Crypto
import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import HTTPTypes

@testable import EssaimServer

/// A program with an account, a key of its own, and what it sends.
struct Program: Sendable {
    static let audience = "http://localhost/api/jeton"
    static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    let account: SoftwareAccount
    let key: P256.Signing.PrivateKey
    let kid: String

    /// Registers one in the sample's network.
    static func register(
        in town: ServedTown, scopes: Set<SoftwareScope> = [.figures], network: Identifier<Network> = Network.sample.id
    ) async throws -> Program {
        let (desk, key) = (town.server.softwareAccounts, P256.Signing.PrivateKey())
        let account = try await desk.add("Logiciel fictif", network: network, scopes: scopes)
        let kept = try await desk.addKey(key.publicKey.pemRepresentation, named: nil, to: account.id, days: 365)
        return Program(account: account, key: key, kid: kept.name)
    }

    /// - Parameters:
    ///   - claims: JSON values that replace or join the right ones; an empty text takes a claim away.
    ///   - header: the same, of the header.
    func assertion(
        at now: Instant, _ claims: [String: String] = [:], header: [String: String] = [:]
    ) throws -> String {
        let body = body(at: now, claims, header: header)
        return body + "." + Self.text(try key.signature(for: Data(body.utf8)).rawRepresentation)
    }

    /// What is signed.
    func body(at now: Instant, _ claims: [String: String] = [:], header: [String: String] = [:]) -> String {
        let seconds = now.milliseconds / 1000
        let right = [
            "iss": "\"\(account.id)\"", "sub": "\"\(account.id)\"", "aud": "\"\(Self.audience)\"", "iat": "\(seconds)",
            "exp": "\(seconds + 60)", "jti": "\"\(UUID().uuidString)\"",
        ]
        let head = ["alg": "\"ES256\"", "kid": "\"\(kid)\"", "typ": "\"JWT\""]
        return [Self.json(head.merging(header) { $1 }), Self.json(right.merging(claims) { $1 })]
            .map { Self.text($0.utf8) }.joined(separator: ".")
    }

    static func text(_ bytes: some Collection<UInt8>) -> String { UnpaddedBase64.url.encode(Array(bytes)) }

    private static func json(_ members: [String: String]) -> String {
        "{" + members.filter { !$0.value.isEmpty }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}

extension ServedTown {
    /// Asks for a token as a program does: no cookie, no origin.
    func askToken(
        _ assertion: String, scope: String? = nil, more: [(String, String)] = []
    ) async throws -> Page {
        var fields = [
            ("grant_type", "client_credentials"), ("client_assertion_type", Program.type),
            ("client_assertion", assertion),
        ]
        if let scope { fields.append(("scope", scope)) }
        return try await postToken(fields + more)
    }

    func postToken(_ fields: [(String, String)], to path: String = "/api/jeton") async throws -> Page {
        let body = fields.map { "\(Browser.encoded($0.0))=\(Browser.encoded($0.1))" }.joined(separator: "&")
        return try await browser().send(
            .post, path, body: Array(body.utf8), headers: ["Content-Type": "application/x-www-form-urlencoded"])
    }

    /// A token that a program earned.
    func token(of program: Program, scope: String? = nil) async throws -> String {
        let page = try await askToken(try program.assertion(at: clock.now()), scope: scope)
        guard case .text(let token) = try JSONValue.read(page.bytes)["access_token"] else {
            throw Page.Missing(what: "token", status: page.status, text: page.source)
        }
        return token
    }

    func call(_ path: String, with token: String?) async throws -> Page {
        try await browser().send(.get, path, headers: token.map { ["Authorization": "Bearer \($0)"] } ?? [:])
    }
}

/// The members of an object that a test looks at.
enum JSONValue: Decodable, Equatable {
    case text(String)
    case number(Int)
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .other
        }
    }

    static func read(_ bytes: [UInt8]) throws -> [String: JSONValue] {
        try JSONDecoder().decode([String: JSONValue].self, from: Data(bytes))
    }
}
