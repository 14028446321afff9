import EssaimDomain
import EssaimWorkflow

extension Grant where P == Anyone {
    /// Whoever signed that assertion earns a token.
    public func softwareToken(
        for assertion: String, scope: String?, _ input: Input
    ) async throws -> SoftwareDesk.TokenAnswer {
        try await house.software.token(for: assertion, scope: scope, from: input.client)
    }
}

extension Grant where P == KnownSoftware {
    /// The name of its network.
    public func softwareNetwork() async throws -> String {
        let network = fact.caller.account.network
        return try await house.store.read { try $0.networkName(network)?.name ?? "" }
    }
}

extension Grant where P == ReadFigures {
    /// Of its own network alone, whatever the filter names.
    public func activity(_ filter: ActivityFilter) async throws -> Activity {
        try await house.activity(filter, in: [fact.caller.account.network], at: now)
    }
}

extension Grant where P == ReadLines {
    /// A line a demand of its own network. Leaves an entry, as for a person.
    public func export(
        _ filter: ActivityFilter, _ input: Input
    ) async throws -> (lines: [ActivityLine], month: CivilMonth) {
        let account = fact.caller.account
        let (lines, scope) = try await house.activityLines(filter, in: [account.network], at: now)
        let entry = house.recorder.entry(
            "activity.export", at: now, of: account, from: input.client,
            detail: ["month": scope.month.description, "lines": String(lines.count)])
        try await house.store.write { try $0.append(entry) }
        return (lines, scope.month)
    }
}
