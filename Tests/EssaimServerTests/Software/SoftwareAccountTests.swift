import Crypto
import EssaimDomain
import EssaimOpenID
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import HTTPTypes
import Testing

@testable import EssaimServer

@Suite struct SoftwareAccountTests {
    @Test func `a program earns a token by its key, and reads what its scope opens, and no more`() async throws {
        try await ServedTown.open { town in
            let program = try await Program.register(in: town)
            let given = try await town.askToken(try program.assertion(at: town.clock.now()))
            #expect(given.status == 200 && given.header("Cache-Control") == "no-store")
            let said = try JSONValue.read(given.bytes)
            #expect(said["token_type"] == .text("Bearer") && said["expires_in"] == .number(600))
            #expect(said["scope"] == .text("suivi.chiffres"))
            guard case .text(let token) = said["access_token"] else {
                throw Page.Missing(what: "", status: 0, text: "")
            }

            let me = try await town.call("/api/moi", with: token)
            let own = try JSONValue.read(me.bytes)
            #expect(me.status == 200 && me.header("Content-Type") == "application/json")
            #expect(own["id"] == .text(program.account.id.rawValue) && own["scope"] == .text("suivi.chiffres"))

            let figures = try await town.call("/api/suivi?mois=2026-11", with: token)
            #expect(figures.status == 200 && figures.source.contains(#""month":"2026-11""#))
            let counts = try town.ledger.counts()
            let lines = try await town.call("/api/suivi/demandes", with: token)
            #expect(lines.status == 403)
            #expect(lines.header("WWW-Authenticate")?.contains("insufficient_scope") == true)
            #expect(counts.difference(to: try town.ledger.counts()) == ["history": 1])
            #expect(try town.ledger.history().last == "access refused")
        }
    }

    @Test func `the figures are those of the page, and the lines those of the file`() async throws {
        try await ServedTown.open { town in
            for rank in 1...3 {
                try await town.keep(.sample(.submitted, id: Identifier("s\(rank)"), rank: UInt64(rank)))
            }
            let program = try await Program.register(in: town, scopes: [.figures, .lines])
            let token = try await town.token(of: program)
            let figures = try await town.call("/api/suivi", with: token)
            #expect(figures.source.contains(#""figures":{"received":3,"answered":0,"#))
            let lines = try await town.call("/api/suivi/demandes", with: token)
            let file = try await town.browser(of: .head).get("/suivi/demandes.csv")
            #expect(lines.bytes == file.bytes && lines.source.split(separator: "\r\n").count == 4)
            #expect(try town.ledger.history().count { $0 == "activity.export done" } == 2)
        }
    }

    @Test func `a program reads its own network, whatever it asks`() async throws {
        try await ServedTown.open { town in
            try await town.keep(.sample(.submitted))
            let program = try await Program.register(in: town, network: Network.other.id)
            let token = try await town.token(of: program)
            let figures = try await town.call("/api/suivi?reseau=\(Network.sample.id)", with: token)
            #expect(figures.source.contains(#""network":"\#(Network.other.id)""#))
            #expect(figures.source.contains(#""figures":{"received":0,"#))
        }
    }

    @Test func `a token is asked for less than the account has, never for more`() async throws {
        try await ServedTown.open { town in
            let program = try await Program.register(in: town, scopes: [.figures, .lines])
            let narrow = try await town.token(of: program, scope: "suivi.chiffres")
            #expect(try await town.call("/api/suivi", with: narrow).status == 200)
            #expect(try await town.call("/api/suivi/demandes", with: narrow).status == 403)
            let few = try await Program.register(in: town, scopes: [.figures])
            let none = try await Program.register(in: town, scopes: [])
            for (one, scope) in [
                (few, "suivi.chiffres suivi.lignes"), (few, "suivi.lignes"), (few, "tout"), (few, ""), (none, nil),
                (none, "suivi.chiffres"),
            ] as [(Program, String?)] {
                let page = try await town.askToken(try one.assertion(at: town.clock.now()), scope: scope)
                #expect(page.status == 400 && page.source == #"{"error":"invalid_scope"}"#, "\(scope ?? "-")")
            }
        }
    }

    @Test func `an assertion opens once, whichever server it is shown to`() async throws {
        try await ServedTown.open { town in
            let program = try await Program.register(in: town)
            let another = SoftwareDesk(
                store: town.server.store, clock: town.clock, tokens: SessionTokens(), assertions: SignedAssertions(),
                audience: Program.audience)
            let assertion = try program.assertion(at: town.clock.now())
            #expect(try await town.askToken(assertion).status == 200)
            #expect(try await town.askToken(assertion).source == #"{"error":"invalid_client"}"#)
            let answer = try await another.token(for: assertion, scope: nil, from: "")
            #expect(answer == .invalidClient)
            // The same name in an assertion signed anew.
            let twice = try [1, 2].map { _ in try program.assertion(at: town.clock.now(), ["jti": "\"one\""]) }
            #expect(try await town.askToken(twice[0]).status == 200)
            #expect(try await another.token(for: twice[1], scope: nil, from: "") == .invalidClient)
            #expect(try town.ledger.history().count { $0 == "software.token refused" } == 3)
        }
    }

    enum Ending: CaseIterable { case closed, keyRemoved, keyOver, scopeWithdrawn, time }

    @Test(arguments: Ending.allCases) func `what is withdrawn ends its tokens at once`(_ ending: Ending) async throws {
        try await ServedTown.open { town in
            let (program, desk) = (try await Program.register(in: town), town.server.softwareAccounts)
            let id = program.account.id
            if ending == .keyOver {
                // A minute before the key's last day is over.
                town.clock.advance(by: .days(365) - .minutes(1))
            }
            let token = try await town.token(of: program)
            #expect(try await town.call("/api/suivi", with: token).status == 200)
            var after = (moi: 401, figures: 401)
            switch ending {
            case .closed: try await desk.close(id)
            case .keyRemoved: try await desk.removeKey(program.kid, of: id)
            case .keyOver: town.clock.advance(by: .minutes(1))
            case .scopeWithdrawn:
                try await desk.setScopes([], of: id)
                after = (200, 403)
            case .time:
                town.clock.advance(by: SoftwareToken.lasts - .milliseconds(1))
                #expect(try await town.call("/api/suivi", with: token).status == 200)
                town.clock.advance(by: .milliseconds(1))
            }
            #expect(try await town.call("/api/moi", with: token).status == after.moi)
            #expect(try await town.call("/api/suivi", with: token).status == after.figures)
            if ending != .time {
                let again = try await town.askToken(try program.assertion(at: town.clock.now()))
                #expect(again.status == (ending == .scopeWithdrawn ? 400 : 401))
            }
        }
    }

    @Test func `a key follows another while both open, and no third stands beside them`() async throws {
        try await ServedTown.open { town in
            let (program, desk) = (try await Program.register(in: town), town.server.softwareAccounts)
            let (id, next) = (program.account.id, P256.Signing.PrivateKey())
            let kept = try await desk.addKey(next.publicKey.pemRepresentation, named: "2027", to: id, days: 730)
            let later = Program(account: program.account, key: next, kid: kept.name)
            for one in [program, later] { _ = try await town.token(of: one) }
            let third = P256.Signing.PrivateKey().publicKey.pemRepresentation
            await #expect(throws: SoftwareRegistry.Fault.tooManyKeys) {
                try await desk.addKey(third, named: nil, to: id, days: 1)
            }
            try await desk.removeKey(program.kid, of: id)
            #expect(try await town.askToken(try program.assertion(at: town.clock.now())).status == 401)
            _ = try await town.token(of: later)
            for (pem, name, days, fault) in [
                (next.publicKey.pemRepresentation, "x", 1, SoftwareRegistry.Fault.sameKey),
                (third, "2027", 1, .sameKey),
                (third, "a b", 1, .keyName), (third, "x", 731, .days), (third, "x", 0, .days),
            ] as [(String, String, Int, SoftwareRegistry.Fault)] {
                await #expect(throws: fault) { try await desk.addKey(pem, named: name, to: id, days: days) }
            }
            await #expect(throws: PublicKeyFault.isPrivate) {
                try await desk.addKey(next.pemRepresentation, named: "x", to: id, days: 1)
            }
        }
    }

    @Test func `a key opens from its first day, not before`() async throws {
        try await ServedTown.open { town in
            let (program, desk) = (try await Program.register(in: town), town.server.softwareAccounts)
            let next = P256.Signing.PrivateKey()
            let start = town.clock.now() + .days(1)
            let kept = try await desk.addKey(
                next.publicKey.pemRepresentation, named: nil, to: program.account.id, from: start, days: 1)
            let later = Program(account: program.account, key: next, kid: kept.name)
            town.clock.advance(by: .days(1) - .milliseconds(1))
            #expect(try await town.askToken(try later.assertion(at: town.clock.now())).status == 401)
            town.clock.advance(by: .milliseconds(1))
            _ = try await town.token(of: later)
        }
    }
}
