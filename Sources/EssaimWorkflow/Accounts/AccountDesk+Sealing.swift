import EssaimDomain
import Foundation

/// What accounts keep under the master keys: secrets of applications, who waits at the door, and what ends a session at its
/// provider. Nobody reads them in a backup or in the database alone.
extension AccountDesk {
    /// - Parameter use: what it is for; it opens for nothing else.
    func sealed(_ secret: [UInt8], for use: String) throws -> SealedSecret {
        let (master, bytes) = try masters.sealing(FileKey(bytes: secret), for: use)
        return SealedSecret(master: master, bytes: bytes)
    }

    func opened(_ secret: SealedSecret, for use: String) throws -> [UInt8] {
        try masters.opening(secret.bytes, by: secret.master, for: use).bytes
    }

    func sealed(_ secret: [UInt8], of person: Identifier<Person>) throws -> SealedSecret {
        try sealed(secret, for: Self.use(person))
    }

    func opened(_ secret: SealedSecret, of person: Identifier<Person>) throws -> [UInt8] {
        try opened(secret, for: Self.use(person))
    }

    func sealed(_ identity: ProvenIdentity, arrival token: [UInt8]) throws -> KeptArrival {
        let bytes = Array(try JSONEncoder().encode(identity))
        return KeptArrival(
            tokenHash: token, identity: try sealed(bytes, for: Self.use(arrival: token)), startedAt: clock.now())
    }

    /// Nil once the master key that sealed it is gone: they come back from the beginning.
    func identity(of arrival: KeptArrival) -> ProvenIdentity? {
        guard let bytes = try? opened(arrival.identity, for: Self.use(arrival: arrival.tokenHash)) else { return nil }
        return try? JSONDecoder().decode(ProvenIdentity.self, from: Data(bytes))
    }

    /// Seals every application's secret again with the current master key, in slices; begun again, it goes on.
    /// - Returns: how many were sealed again.
    public func resealTimeCodes() async throws -> Int {
        var (count, last) = (0, Identifier<Person>?.none)
        while true {
            let after = last
            let keys = try await store.read { try $0.timeCodes(notSealedBy: masters.current, after: after, limit: 500) }
            guard let end = keys.last else { return count }
            let resealed = try keys.map { key in
                (key, try sealed(try opened(key.secret, of: key.person), of: key.person))
            }
            try await store.write { tx in
                for (key, secret) in resealed { try tx.reseal(key, with: secret) }
            }
            count += keys.count
            last = end.person
        }
    }

    /// What the master key seals it for: it opens nobody else's account.
    private static func use(_ person: Identifier<Person>) -> String { "time code \(person.rawValue)" }

    static func use(session token: [UInt8]) -> String { "provider session \(hex(token))" }

    private static func use(arrival token: [UInt8]) -> String { "arrival \(hex(token))" }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
