import EssaimDomain
import EssaimWorkflow

/// Someone's own page: who they are here, where they are reached, what they want to be told.
public struct ProfilePage: Sendable {
    public let caller: Caller
    public let contacts: [TellingChannel: Contact]
    /// When a message by that channel was last given up.
    public let givenUp: [TellingChannel: Instant]
    public let choices: TellingChoices
    /// Places that wait for their answer.
    public let offered: [OfferedPlace]
    /// By which this server can tell.
    public let channels: Set<TellingChannel>
    /// Lines whose opening they wait for, or that opened.
    public let lines: [LineSubscription]
    public let surroundings: Surroundings
}

extension Grant where P == SignedIn {
    /// How long the page speaks of a message that did not arrive.
    static var failureLasts: Duration { .days(14) }

    public func profile() async throws -> ProfilePage {
        let (caller, now, channels, isLoopback) = (fact.caller, now, house.contacts.channels, house.isLoopback)
        return try await house.store.read { store in
            let person = caller.person.id
            var contacts: [TellingChannel: Contact] = [:]
            var givenUp: [TellingChannel: Instant] = [:]
            for channel in TellingChannel.allCases {
                contacts[channel] = try store.contact(of: person, by: channel)
                givenUp[channel] = try store.lastGivenUp(of: person, by: channel, since: now - Self.failureLasts)
            }
            let network = caller.pools.first?.network ?? caller.networks.first?.network
            return ProfilePage(
                caller: caller, contacts: contacts, givenUp: givenUp,
                choices: try store.choices(of: person) ?? TellingChoices(),
                offered: try store.offeredPlaces(to: person, at: now), channels: channels,
                lines: try store.lineSubscriptions(of: person, limit: LineDesk.mostSubscriptions),
                surroundings: try Surroundings(store, of: network, isLoopback: isLoopback))
        }
    }

    /// Nil takes the number away.
    public func setBillingNumber(_ number: ADELI?, _ input: Input) async throws {
        let (person, now, recorder) = (fact.caller.person, now, house.recorder)
        try await house.store.write { tx in
            try tx.setBillingNumber(number, of: person.id)
            try tx.append(
                recorder.entry(
                    "profile.billing", at: now, by: person, from: input.client,
                    detail: ["what": number == nil ? "removed" : "set"]))
        }
    }

    public func save(_ choices: TellingChoices, _ input: Input) async throws {
        try await house.contacts.save(choices, of: fact.caller.person.id, from: input.client)
    }

    /// False when too many addresses were to be checked today.
    public func askContact(_ address: String, by channel: TellingChannel, _ input: Input) async throws -> Bool {
        try await house.contacts.ask(address, by: channel, of: fact.caller.person.id, from: input.client)
    }

    public func confirmContact(
        _ secret: String, by channel: TellingChannel, _ input: Input
    ) async throws -> ContactDesk.Confirmation {
        try await house.contacts.confirm(secret, by: channel, of: fact.caller.person.id, from: input.client)
    }

    public func forgetContact(_ channel: TellingChannel, _ input: Input) async throws {
        try await house.contacts.forget(channel, of: fact.caller.person.id, from: input.client)
    }
}
