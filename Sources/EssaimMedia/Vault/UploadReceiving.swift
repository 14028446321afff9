import EssaimWorkflow
import Glibc

extension UploadFolder {
    func receive(
        _ bytes: ByteStream, of upload: Upload, at offset: Int, total: Int?
    ) async throws -> Int {
        try durability.check()
        let limit = total ?? Upload.limit
        guard limit <= Upload.limit else { throw VaultFault.tooLong(limit: Upload.limit) }
        let place = place(of: upload)
        try table.begin(place.name)
        var standing: UploadStanding?
        var failure: (any Error)?
        do {
            let found = try await calls.run { () throws(VaultFault) in try self.standing(of: place) }
            standing = found
            guard found.fits(total, limit: limit) else {
                throw VaultFault.tooLong(limit: min(found.durable, limit))
            }
            guard offset == found.durable else { throw VaultFault.wrongOffset(at: found.durable) }
            if found.isWhole {
                for try await piece in bytes where !piece.isEmpty { throw VaultFault.tooLong(limit: found.durable) }
            } else {
                standing = nil
                (standing, failure) = try await append(bytes, to: place, after: found, total: total)
            }
        } catch {
            failure = error
        }
        // Dropped meanwhile: the file that this call may have made since goes as well, before the next one may begin.
        if table.isDropped(place.name) { try await unlink(place) }
        if table.end(place.name, standing: standing) { throw VaultFault.absent }
        if let failure { throw failure }
        return standing?.durable ?? 0
    }

    /// Adds what comes, and makes durable what came, whatever ended it.
    /// - Returns: where the upload stands now, and why it did not go further.
    private func append(
        _ bytes: ByteStream, to place: UploadPlace, after found: UploadStanding, total: Int?
    ) async throws(VaultFault) -> (UploadStanding, (any Error)?) {
        let writer = try await calls.run { () throws(VaultFault) in
            try durability.watching { () throws(FileError) in
                let writer = try SealedWriter(
                    place.path, flags: O_CREAT, seal: place.seal, chunks: found.chunks, operations: operations)
                // What a crash left after the good chunks.
                if try operations.status(place.path)?.size != found.sealedLength { try writer.cut() }
                return writer
            }
        }
        var intake = UploadIntake(writer: writer, calls: calls, durability: durability, total: total)
        var failure: (any Error)?
        do {
            try await intake.take(bytes)
        } catch {
            failure = error
        }
        let whole = intake.whole
        do throws(VaultFault) {
            try await calls.run { () throws(VaultFault) in
                try durability.watching { () throws(FileError) in try settle(writer, isNew: found.chunks == 0) }
            }
        } catch {
            // What ended it comes first, unless the disk is lost.
            throw error == .durabilityLost ? error : (failure as? VaultFault) ?? error
        }
        return (whole.map(UploadStanding.init(whole:)) ?? UploadStanding(chunks: writer.chunks), failure)
    }

    /// Durable: the chunks, and the file's entry when this call made it. A file without a chunk is not left.
    private func settle(_ writer: SealedWriter, isNew: Bool) throws(FileError) {
        do throws(FileError) {
            try writer.sync()
        } catch {
            try? writer.close()
            throw error
        }
        try writer.close()
        if writer.chunks == 0 {
            try? operations.unlink(writer.path)
        } else if isNew {
            try operations.syncFolder(folder)
        }
    }
}
