import EssaimDomain
import EssaimMedia
import EssaimPostgres
import EssaimSQLite
import EssaimStorage
import EssaimWorkflow
import Foundation
import Logging

/// `essaim restore`: a backup put back where nothing stands, on either engine. Read to its end before anything is written;
/// whatever fails afterwards, the place is as it was found.
public struct BackupRestoring: Sendable {
    let request: RestoreRequest
    let target: ServerConfiguration
    let clock: any WallClock

    /// - Parameter target: where it goes; its key folder is the one that serves from then on.
    public init(_ request: RestoreRequest, to target: ServerConfiguration, clock: (any WallClock)? = nil) {
        self.request = request
        self.target = target
        self.clock = clock ?? SystemClock()
    }

    /// - Returns: what was put back.
    /// - Throws: `BackupFault`, `RestoreFault`, `MasterKeyFault`, `BackupStopped`; `StoreFault` of an engine that cannot be opened.
    public func run(progress: @escaping @Sendable (DataMoveLine) -> Void = { _ in }) async throws -> RestoreReceipt {
        do {
            return try await restore(BackupLines(out: progress))
        } catch let fault as JournalFault {
            throw BackupStopped(message: "\(fault.description)\u{A0}: rien n’a été gardé, prenez une autre sauvegarde")
        } catch let fault as MoveFault {
            throw BackupStopped(message: fault.french)
        } catch let fault as VaultFault where fault != .full {
            throw BackupStopped(message: "les fichiers n’ont pas pu être remis (\(fault))\u{A0}: rien n’a été gardé")
        } catch VaultFault.full, StoreFault.full {
            throw BackupStopped(
                message: "le disque est plein\u{A0}: rien n’a été gardé. Faites de la place, puis recommencez")
        } catch StoreFault.corrupt(let what) {
            throw BackupStopped(message: "la sauvegarde ne tient pas (\(what))\u{A0}: prenez-en une autre")
        } catch StoreFault.failed(let why) {
            throw BackupStopped(message: "la restauration s’est arrêtée (\(why))\u{A0}: rien n’a été gardé")
        }
    }

    private func restore(_ lines: BackupLines) async throws -> RestoreReceipt {
        let header = try BackupReader.header(of: request.file)
        guard let steps = CopyIn.steps(header.schema) else { throw BackupFault.laterSchema(essaim: header.essaim) }
        let masters = try masterKeys()
        lines.say(RestoreReceipt.age(of: header, at: clock.now()))
        let (trailer, size) = try await readWhole(masters, lines)
        let older = request.against.filter { $0.size > size }.max { $0.size < $1.size }
        if let older, !request.acceptsOlder {
            throw RestoreFault.older(holder: older.holder, held: older.size, copy: size)
        }
        let place = try RestorePlace(target.folder)
        let (keys, files) = (target.attachments.masterKeys, FileManager.default)
        let areKeysNew = request.escrow != nil && !files.fileExists(atPath: keys)
        do {
            try await fill(steps, header, masters, lines)
            if let escrow = request.escrow {
                _ = try MasterKeyFolder.restore(from: escrow, to: keys)
            }
            let seen = try await look(header, trailer, older: older, size: size, lines)
            return RestoreReceipt(
                header: header, rows: trailer.rows, files: trailer.files, absent: trailer.absent,
                entries: seen.verdict.size, opened: seen.opened, older: older)
        } catch {
            place.clear()
            if areKeysNew { try? files.removeItem(atPath: keys) }
            throw error
        }
    }

    private func masterKeys() throws(MasterKeyFault) -> any MasterKeys {
        if let escrow = request.escrow { return try MasterKeySheet(escrow) }
        return try MasterKeyFolder(opening: target.attachments.masterKeys)
    }

    /// Everything once, to know that it is whole.
    /// - Returns: its counts, and how many entries its journal has.
    private func readWhole(
        _ masters: any MasterKeys, _ lines: BackupLines
    ) async throws -> (TrailerMark, size: Int) {
        let reader = try BackupReader(request.file, masters: masters)
        var (peek, size) = (CopyPeek?.none, 0)
        let trailer = try await BackupWalk(reader: reader).run { part in
            switch part {
            case .shape(let bytes): peek = CopyPeek(bytes)
            case .rows("journal_head", let rows):
                if let head = rows.first { size = try peek?.journalSize(head) ?? 0 }
            case .rows, .file, .bytes, .fileEnd: break
            }
            lines.tell(position: reader.position, of: reader.byteCount, "lecture de la sauvegarde")
        }
        return (trailer, size)
    }

    /// Rows into the engine, files onto the shelf, the journal's key and head into its folder.
    private func fill(
        _ steps: Int, _ header: BackupHeader, _ masters: any MasterKeys, _ lines: BackupLines
    ) async throws {
        let engine = try open(steps)
        do {
            let reader = try BackupReader(request.file, masters: masters)
            let taker = try await RestoreTaker(engine, target)
            _ = try await BackupWalk(reader: reader).run { part in
                try await taker.take(part)
                lines.tell(position: reader.position, of: reader.byteCount, "remise en place")
            }
            try await taker.finish(header)
            try engine.close()
        } catch {
            try? engine.close()
            throw error
        }
    }

    private func open(_ steps: Int) throws -> any MovableEngine {
        guard var settings = target.database else {
            return try SQLiteStore(folder: target.folder, isForMove: true, steps: steps)
        }
        settings.connections = 2
        settings.statementSeconds = max(600, settings.statementSeconds)
        return try PostgresStore(settings, isForMove: true, steps: steps)
    }
}
