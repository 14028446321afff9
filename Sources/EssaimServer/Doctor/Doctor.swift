import EssaimDomain
import EssaimMedia
import EssaimStorage
import EssaimWorkflow
import Foundation

/// `essaim doctor`: looks at a server's settings, folder, keys, clock and surroundings, beside it or without it. It writes
/// nothing, and draws no key.
public struct Doctor: Sendable {
    let configuration: ServerConfiguration
    let clock: any WallClock

    public init(_ configuration: ServerConfiguration, clock: (any WallClock)? = nil) {
        self.configuration = configuration
        self.clock = clock ?? SystemClock()
    }

    public func run() async -> [Finding] {
        var findings = [address, hosting] + folders
        let kept: Kept
        do {
            kept = try await look()
            findings.append(.good("base", "ouverte, schéma de cette version (\(Migration.all.last?.name ?? ""))"))
        } catch {
            findings.append(Self.closed(error))
            kept = Kept()
        }
        findings += [clockFinding(kept), keys(kept), backups(kept)] + journal(kept)
        findings += [await darkroom(), await scanner(), mail] + [certificate].compactMap(\.self)
        return findings
    }

    /// What the database says, in one snapshot.
    struct Kept: Sendable {
        var clock: ClockCheck.Verdict?
        var mastersInUse: Set<String> = []
        var lastBackup: Instant?
        var holdings: [JournalHolding] = []
    }

    private func look() async throws -> Kept {
        let source = try BackupSource(configuration)
        defer { source.close() }
        let now = clock.now()
        return try await source.store.read { reader in
            let kept = try reader.setting(Setting.masterKey)
            return Kept(
                clock: try RetentionDesk.verdict(reader, now),
                mastersInUse: try reader.mastersInUse().union([kept].compactMap(\.self)),
                lastBackup: try BackupWatch.last(reader), holdings: try reader.holdings())
        }
    }

    private static func closed(_ error: any Error) -> Finding {
        let advice = "essaim serve le dira de même\u{A0}; voyez docs/operations.md"
        return switch error {
        case StoreFault.unsafe(let why), StoreFault.unavailable(let why), StoreFault.failed(let why):
            .wrong("base", why, advice)
        default: .wrong("base", "elle ne s’ouvre pas (\(type(of: error)))", advice)
        }
    }

    private var address: Finding {
        configuration.isLoopback
            ? .look(
                "adresse", "\(configuration.address), cette machine seulement",
                "pour d’autres, réglez publicURL en https")
            : .good("adresse", configuration.address)
    }

    private var hosting: Finding {
        if let host = configuration.hosting { return .good("hébergement", "déclaré certifié HDS\u{A0}: \(host)") }
        if configuration.isLoopback {
            return .good("hébergement", "essai local\u{A0}: aucun vrai patient n’a sa place ici")
        }
        return .look(
            "hébergement", "aucun hébergeur déclaré",
            """
            des données d’autrui exigent un hébergeur certifié HDS dans l’Espace économique européen, sauvegardes et \
            stockage d’objets compris\u{A0}: vérifiez-le, puis nommez-le (hosting.hds)
            """)
    }
}
