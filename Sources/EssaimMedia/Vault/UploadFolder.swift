import EssaimWorkflow
import Glibc

/// Uploads under way: sealed files in one folder, each growing by whole chunks.
struct UploadFolder: Sendable {
    let folder: String
    let secret: FileKey
    let operations: any FileOperations
    let calls: BlockingCalls
    let durability: Durability
    let table = UploadTable()

    func place(of upload: Upload) -> UploadPlace { UploadPlace(upload, secret: secret, folder: folder) }

    func received(of upload: Upload) async throws(VaultFault) -> Int {
        let place = place(of: upload)
        if let known = table.standing(of: place.name) { return known.durable }
        let found = try await calls.run { () throws(VaultFault) in try standing(of: place) }
        table.learn(found, of: place.name)
        return found.durable
    }

    func contents(of upload: Upload) async throws(VaultFault) -> ByteStream {
        let place = place(of: upload)
        let found = try await calls.run { () throws(VaultFault) in try standing(of: place) }
        guard found.isWhole else {
            throw found.chunks == 0 ? .absent : .wrongOffset(at: found.durable)
        }
        let reader = SealedReader(seal: place.seal, sealedLength: found.sealedLength) { range throws(VaultFault) in
            try await calls.run { () throws(VaultFault) in try read(place, range) }
        }
        return try await reader.stream(0..<found.durable)
    }

    func drop(_ upload: Upload) async throws(VaultFault) {
        try durability.check()
        let place = place(of: upload)
        let isTaken = table.beginRemoval(place.name)
        defer { if isTaken { _ = table.end(place.name, standing: nil) } }
        try await unlink(place)
    }

    func unlink(_ place: UploadPlace) async throws(VaultFault) {
        try await calls.run { () throws(VaultFault) in
            try durability.watching { () throws(FileError) in
                do throws(FileError) {
                    try operations.unlink(place.path)
                } catch  where error == FileError(.unlink, ENOENT) {
                    return
                }
                try operations.syncFolder(folder)
            }
        }
    }

    /// What this process knows of it, if the file is as long as that; what it finds in it otherwise. Blocking.
    func standing(of place: UploadPlace) throws(VaultFault) -> UploadStanding {
        let status = try durability.watching { () throws(FileError) in try operations.status(place.path) }
        guard let status else { return .nothing }
        if let known = table.standing(of: place.name), known.sealedLength == status.size { return known }
        try durability.check()
        return try durability.watching { () throws(FileError) in
            try UploadStanding.examining(place, folder: folder, operations: operations)
        }
    }

    private func read(_ place: UploadPlace, _ range: Range<Int>) throws(VaultFault) -> [UInt8] {
        do throws(FileError) {
            return try operations.reading(place.path) { descriptor throws(FileError) in
                try operations.read(descriptor, range.count, at: range.lowerBound)
            }
        } catch {
            throw error == FileError(.open, ENOENT) ? .absent : error.fault
        }
    }
}
