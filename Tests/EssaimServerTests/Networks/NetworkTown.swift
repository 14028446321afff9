import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// The shipped networks in one server, and people put where a test needs them, all plainly fictional.
struct NetworkTown: Sendable {
    let town: ServedTown

    /// Applies these shipped files, and sets the clock: Monday 23 November 2026, 9 h 30 in Paris, unless told otherwise.
    static func open(
        _ names: [String], _ visit: @Sendable (NetworkTown) async throws -> Void
    ) async throws {
        try await ServedTown.open(forms: try EmbeddedData.forms(), settings: TellingTown.settings) { town in
            for name in names {
                let file = try #require(ShippedNetworks.file(named: name), "\(name)")
                _ = try await town.server.apply(networkFile: file)
            }
            try await visit(NetworkTown(town: town))
        }
    }

    /// Someone who asks, in the name of a structure of their own.
    func asker(
        _ id: String, _ familyName: String, at commune: String, _ communeName: String,
        _ profession: Profession = .doctor
    ) async throws -> Person {
        let person = Person.sample(id, familyName, "Camille", profession)
        let practice = Structure(
            id: Identifier("practice-" + id), name: "Cabinet " + familyName, kind: .practice,
            commune: INSEECommune(sample: commune), communeName: communeName)
        try await town.server.store.write { tx in
            try tx.insert(practice)
            try Town.open(person, in: tx)
            try tx.join(person.id, structure: practice.id, as: .member, status: .active)
        }
        return person
    }

    /// Someone who answers in these teams.
    func expert(_ id: String, _ familyName: String, in pools: String...) async throws -> Person {
        let person = Person.sample(id, familyName, "Dominique", .doctor)
        try await town.server.store.write { tx in
            try Town.open(person, in: tx)
            for pool in pools { try tx.join(person.id, pool: Identifier(pool), as: .senior, status: .active) }
        }
        return person
    }

    /// Someone with a part in a network.
    func member(_ id: String, _ familyName: String, of network: String, as role: NetworkRole) async throws -> Person {
        let person = Person.sample(id, familyName, "Sacha", .doctor)
        try await town.server.store.write { tx in
            try Town.open(person, in: tx)
            try tx.join(person.id, network: Identifier(network), as: role, status: .active)
        }
        return person
    }

    /// That hour of the wall in Paris, of November or December 2026.
    static func hour(_ date: String, _ hour: Int, _ minute: Int = 0) throws -> Instant {
        let day = try #require(CivilDate(date))
        return OffsetRules.centralEuropean.instant(
            of: try #require(CivilDateTime(day, hour: hour, minute: minute)))
    }
}
