import EssaimDomain
import EssaimMedia
import EssaimStorage
import EssaimWorkflow
import Foundation
import Synchronization

/// `essaim backup`: everything that is kept, in one sealed file, while the server serves.
///
/// The database is read in one snapshot beside the server, table by table, so that a copy of one engine goes back to either.
/// Then the files that its rows name: what came later has no row, what went meanwhile is no fault.
public struct BackupMaking: Sendable {
    let configuration: ServerConfiguration
    let clock: any WallClock

    public init(_ configuration: ServerConfiguration, clock: (any WallClock)? = nil) {
        self.configuration = configuration
        self.clock = clock ?? SystemClock()
    }

    /// Makes a backup in a folder.
    /// - Parameter keep: how many are kept there; nil: all of them. Nothing older goes when a file is missing from this one.
    /// - Throws: `BackupFault`, `MasterKeyFault`, `StoreFault`, `MoveFault`, `VaultFault`.
    public func run(
        to path: String, keep: Int? = nil, progress: @escaping @Sendable (DataMoveLine) -> Void = { _ in }
    ) async throws -> BackupReceipt {
        let folder = BackupFolder(path: path)
        try folder.make()
        let hold = try BackupFolder.Hold(folder)
        defer { withExtendedLifetime(hold) {} }
        let masters = try MasterKeyFolder(opening: configuration.attachments.masterKeys)
        let source = try BackupSource(configuration)
        defer { source.close() }
        let now = clock.now()
        // The head before the snapshot: what is copied has at least what this says.
        let checkpoint = try await source.store.read { try $0.journalHead()?.checkpoint }
        let (header, key) = try BackupHeader.drawn(
            essaim: EssaimVersion.text, engine: source.engine, madeAt: now, schema: Migration.all.map(\.name),
            checkpoint: checkpoint, masters: masters)
        let writer = try BackupWriter("\(path)/\(BackupFolder.name(at: now))", header, key: key)
        do {
            let lines = BackupLines(out: progress)
            let (names, counted) = try await copyTables(of: source.tables, to: writer, lines)
            var trailer = counted
            let files = try await copyFiles(names, of: source, to: writer, counting: &trailer, lines)
            try await copyJournalKey(to: writer, counting: &trailer)
            trailer.digest = writer.digest
            let last = try BackupFrame(.trailer, saying: trailer)
            try await Self.blocking {
                try writer.add(last)
                try writer.finish()
            }
            let removed = files.missing.isEmpty ? try keep.map(folder.keep) ?? [] : []
            let receipt = BackupReceipt(
                path: writer.path, at: now, byteCount: writer.byteCount, rows: trailer.rows, files: trailer.files,
                missing: files.missing, vanished: files.vanished, removed: removed)
            lines.tell(receipt)
            return receipt
        } catch {
            writer.abandon()
            throw Self.explained(error)
        }
    }

    private static func explained(_ error: any Error) -> any Error {
        let why: String
        switch error {
        case is CopyOut.Interrupted: why = "la base s’est absentée pendant la lecture"
        case let fault as MoveFault: why = fault.french
        case StoreFault.corrupt(let what): why = "une ligne ne se lit pas, \(what)"
        case StoreFault.failed(let what): why = what
        case VaultFault.away: why = "le stockage des fichiers ne répond pas"
        case VaultFault.unreadable: why = "un fichier est plus court qu’il ne devrait"
        case VaultFault.failed(let call, let code): why = "un fichier ne se lit pas, \(call), erreur \(code)"
        default: return error
        }
        return BackupStopped(
            message: "aucune sauvegarde n’a été gardée (\(why)), les précédentes sont intactes\u{A0}: recommencez")
    }

    private func copyTables(
        of source: any TableSource, to writer: BackupWriter, _ lines: BackupLines
    ) async throws -> (names: [String], TrailerMark) {
        let counted = Mutex(TrailerMark())
        let names = try await CopyOut(of: source).run { piece in
            switch piece {
            case .shape(let bytes): try writer.add(BackupFrame(.shape, bytes))
            case .rows(let table, let rows):
                try writer.add(BackupFrame(rows: rows, of: table))
                let count = counted.withLock { trailer in
                    trailer.rows += rows.count
                    return trailer.rows
                }
                lines.tell(table: table, rows: count)
            case .ended(let table, let figure):
                try writer.add(try BackupFrame(.table, saying: TableMark(table, figure)))
                counted.withLock { $0.tables += 1 }
            }
        }
        return (names, counted.withLock { $0 })
    }
}
