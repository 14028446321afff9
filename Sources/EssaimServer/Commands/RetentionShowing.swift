import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// `essaim retention show`: how many demands wait for what, or where one of them stands. Reads beside who serves.
public struct RetentionShowing: Sendable {
    let configuration: ServerConfiguration
    let clock: any WallClock

    public init(_ configuration: ServerConfiguration, clock: (any WallClock)? = nil) {
        self.configuration = configuration
        self.clock = clock ?? SystemClock()
    }

    /// Years ahead that are told one by one from now.
    private static let years = [1, 5, 10]

    public func all() async throws -> [String] {
        let source = try BackupSource(configuration)
        defer { source.close() }
        let now = clock.now()
        let today = LocalTime().date(at: now)
        let counts = try await source.store.read { reader in
            try RetentionDesk.counts(at: now, by: Self.years.map { today.adding(years: $0) }, reader)
        }
        let figures =
            [
                ("à archiver (5\u{A0}ans après le dernier contact)", counts.toArchive), ("archivées", counts.archived),
                ("à effacer maintenant", counts.toPurge.first ?? 0),
            ]
            + zip(Self.years, counts.toPurge.dropFirst()).map {
                ("à effacer d’ici le \(French.date(today.adding(years: $0)))", $1)
            } + [
                ("à ne pas effacer", counts.held), ("effacées", counts.purged),
                ("sans contact depuis 5\u{A0}ans et pas terminées", counts.stale),
            ]
        return figures.map { "\($0)\u{A0}: \(French.grouped($1))" }
    }

    /// - Throws: `RetentionFault`.
    public func one(numbered typed: String) async throws -> [String] {
        let number = try RetentionFault.number(typed)
        let source = try BackupSource(configuration)
        defer { source.close() }
        let now = clock.now()
        let (found, fault) = try await source.store.read { reader in
            let found = try RetentionDesk.facts(number, reader)
            guard case .success(let facts) = found else { return (found, ErasureFault?.none) }
            return (found, try RetentionDesk.fault(facts, now, reader))
        }
        switch found {
        case .failure(let fault): throw RetentionFault(message: fault.message(about: number))
        case .success(let facts):
            let local = LocalTime()
            let lines = [
                "dernier contact\u{A0}: \(French.date(local.date(at: facts.lastContact)))",
                facts.archivedAt.map { "archivée\u{A0}: \(French.date(local.date(at: $0)))" },
                facts.hold.map { "à ne pas effacer depuis le \(French.date(local.date(at: $0.at)))" },
                fault?.message(about: number) ?? "elle peut être effacée",
            ]
            return lines.compactMap(\.self)
        }
    }
}
