import Crypto
import EssaimMedia
import EssaimStorage
import EssaimWorkflow

/// What a backup says, one thing after the other.
enum BackupPart: Sendable {
    case shape([UInt8])
    case rows(table: String, [[UInt8]])
    case file(FileMark)
    case bytes([UInt8])
    /// The file that began is whole, or to be thrown away.
    case fileEnd(isWhole: Bool)
}

/// Reads a whole backup, and holds it to its own counts and digests.
struct BackupWalk {
    let reader: BackupReader

    /// - Returns: what its trailer says, which is what was met.
    /// - Throws: `BackupFault`; what `take` threw.
    func run(_ take: (BackupPart) async throws -> Void) async throws -> TrailerMark {
        var met = TrailerMark()
        var (table, count) = (String?.none, CopyCount())
        var (hash, length) = (SHA256(), 0)
        while let frame = try reader.next() {
            switch frame.kind {
            case .shape: try await take(.shape(frame.payload))
            case .rows:
                let (name, rows) = try frame.rows
                if table != name { (table, count) = (name, CopyCount()) }
                for row in rows { count.add(row) }
                met.rows += rows.count
                try await take(.rows(table: name, rows))
            case .table:
                let mark = try frame.mark(TableMark.self)
                if table != mark.table { count = CopyCount() }
                guard mark == TableMark(mark.table, count.figure) else {
                    throw BackupFault.inconsistent("la table \(mark.table)")
                }
                (table, count) = (nil, CopyCount())
                met.tables += 1
            case .file:
                (hash, length) = (SHA256(), 0)
                try await take(.file(try frame.mark(FileMark.self)))
            case .bytes:
                hash.update(data: frame.payload)
                length += frame.payload.count
                try await take(.bytes(frame.payload))
            case .fileEnd:
                let mark = try frame.mark(FileEndMark.self)
                guard mark.byteCount == length, !mark.isWhole || mark.digest == Array(hash.finalize()) else {
                    throw BackupFault.inconsistent("un fichier")
                }
                if mark.isWhole { (met.files, met.bytes) = (met.files + 1, met.bytes + length) }
                try await take(.fileEnd(isWhole: mark.isWhole))
            case .trailer:
                let trailer = try frame.mark(TrailerMark.self)
                (met.digest, met.absent) = (reader.digestBefore, trailer.absent)
                guard trailer == met, try reader.next() == nil else { throw BackupFault.inconsistent("ses comptes") }
                return trailer
            }
        }
        throw BackupFault.inconsistent("elle n’a pas de fin")
    }
}
