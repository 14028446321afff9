import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimIdentity

struct PasskeyCeremonyTests {
    private static let ceremony = PasskeyCeremony(origin: "http://localhost", site: "localhost")
    private static let challenge = [UInt8](1...32)
    private static let key = SoftPasskey([9, 9, 9])

    @Test func `a key that was made for our challenge is kept as it came, and signs for it`() throws {
        let kept = try Self.ceremony.register(Self.key.make(Self.challenge), challenge: Self.challenge)
        #expect(kept == Self.key.kept)
        #expect(try Self.ceremony.verify(Self.key.sign(Self.challenge), by: kept, challenge: Self.challenge) == 0)
    }

    /// What an attacker, or a mistake, changes; and the step of the standard that it fails (§7.1, §7.2).
    private static let changes: [(name: String, fault: PasskeyFault, change: @Sendable (inout SoftPasskey) -> Void)] = [
        ("another site's page", .origin, { $0.origin = "https://essaim.exemple.evil" }),
        ("the same site in clear", .origin, { $0.origin = "https://localhost" }),
        ("another site's key", .site, { $0.site = "exemple.fr" }),
        ("nobody there", .userAbsent, { $0.flags = 0x04 }),
        ("nobody checked", .userNotVerified, { $0.flags = 0x01 }),
        ("another ceremony", .ceremony, { $0.ceremony = "payment.get" }),
    ]

    @Test func `what is changed is refused, when a key is made and when it signs`() {
        for (name, fault, change) in Self.changes {
            var key = Self.key
            change(&key)
            #expect(throws: fault, "made: \(name)") {
                try Self.ceremony.register(key.make(Self.challenge), challenge: Self.challenge)
            }
            #expect(throws: fault, "signed: \(name)") {
                try Self.ceremony.verify(key.sign(Self.challenge), by: Self.key.kept, challenge: Self.challenge)
            }
        }
    }

    @Test func `an answer to another challenge, or to none, is refused`() {
        for other in [[UInt8](2...33), [], Array(Self.challenge.dropLast())] {
            #expect(throws: PasskeyFault.challenge) {
                try Self.ceremony.verify(Self.key.sign(other), by: Self.key.kept, challenge: Self.challenge)
            }
        }
        #expect(throws: PasskeyFault.challenge) {
            try Self.ceremony.verify(Self.key.sign([]), by: Self.key.kept, challenge: [])
        }
    }

    @Test func `one ceremony's answer is none for the other`() {
        var key = Self.key
        key.ceremony = "webauthn.create"
        #expect(throws: PasskeyFault.ceremony) {
            try Self.ceremony.verify(key.sign(Self.challenge), by: key.kept, challenge: Self.challenge)
        }
    }

    @Test func `a signature by another key, or over other bytes, opens nothing`() {
        let other = SoftPasskey([9, 9, 9], seed: 8)
        #expect(throws: PasskeyFault.signature) {
            try Self.ceremony.verify(other.sign(Self.challenge), by: Self.key.kept, challenge: Self.challenge)
        }
        let good = Self.key.sign(Self.challenge)
        for index in good.signature.indices {
            var signature = good.signature
            signature[index] ^= 1
            let answer = PasskeyAnswer(
                identifier: good.identifier, clientData: good.clientData, authenticatorData: good.authenticatorData,
                signature: signature)
            #expect(throws: PasskeyFault.signature) {
                try Self.ceremony.verify(answer, by: Self.key.kept, challenge: Self.challenge)
            }
        }
    }

    @Test func `another key's name is refused`() {
        var key = Self.key
        key.identifier = [1]
        #expect(throws: PasskeyFault.identifier) {
            try Self.ceremony.verify(key.sign(Self.challenge), by: Self.key.kept, challenge: Self.challenge)
        }
    }

    @Test(
        arguments: [
            (0, 0, true), (0, 1, true), (5, 6, true), (5, 5, false), (5, 4, false), (5, 0, false),
        ] as [(UInt32, UInt32, Bool)])
    func `a counter that does not rise tells of a copy`(_ before: UInt32, _ now: UInt32, _ isTaken: Bool) throws {
        var (kept, key) = (Self.key, Self.key)
        (kept.count, key.count) = (before, now)
        let verify = { try Self.ceremony.verify(key.sign(Self.challenge), by: kept.kept, challenge: Self.challenge) }
        if isTaken { #expect(try verify() == now) } else { #expect(throws: PasskeyFault.counter) { try verify() } }
    }

    @Test func `a page in another site's frame is refused`() {
        for more in [#","crossOrigin":true"#, #","topOrigin":"https://evil.example""#] {
            let good = Self.key.sign(Self.challenge)
            let answer = PasskeyAnswer(
                identifier: good.identifier,
                clientData: Self.key.clientData("webauthn.get", Self.challenge, more: more),
                authenticatorData: good.authenticatorData, signature: good.signature)
            #expect(throws: PasskeyFault.crossOrigin) {
                try Self.ceremony.verify(answer, by: Self.key.kept, challenge: Self.challenge)
            }
        }
    }

    @Test func `each cut of an answer is refused, and none crashes`() {
        let made = Self.key.make(Self.challenge)
        for end in made.attestation.indices {
            let cut = NewPasskey(
                identifier: made.identifier, clientData: made.clientData, attestation: Array(made.attestation[..<end]))
            #expect(throws: PasskeyFault.self) { try Self.ceremony.register(cut, challenge: Self.challenge) }
        }
        let signed = Self.key.sign(Self.challenge)
        for end in signed.authenticatorData.indices {
            let cut = PasskeyAnswer(
                identifier: signed.identifier, clientData: signed.clientData,
                authenticatorData: Array(signed.authenticatorData[..<end]), signature: signed.signature)
            #expect(throws: PasskeyFault.self) {
                try Self.ceremony.verify(cut, by: Self.key.kept, challenge: Self.challenge)
            }
        }
    }
}
