import Crypto
import EssaimDomain
import EssaimWorkflow

/// What stands in clear at the head of a backup: enough to say what it is, nothing of anybody. Lines of text, then an empty
/// one:
///
/// ```
/// essaim-backup 1
/// essaim 0.1.0
/// engine sqlite
/// made 1795345200000
/// schema 2026-11-people 2026-11-networks …
/// master 0123456789abcdef
/// key <the backup's own key, sealed by that master key, base64>
/// checkpoint <the journal's last signed head, base64; - when nothing was signed>
/// ```
///
/// Every chunk that follows is authenticated with SHA-256 of these lines (`ChunkSeal`): none of them can be changed.
public struct BackupHeader: Sendable, Equatable {
    public static let format = 1
    static let magic = "essaim-backup "
    /// Longer heads are none of ours.
    static let longest = 64 << 10
    /// What a master key seals a backup's key for.
    static let use = "backup"

    public let essaim: String
    public let engine: String
    public let madeAt: Instant
    /// The steps of the schema, in order.
    public let schema: [String]
    /// The journal's last signed head when the backup began: what it holds is at least that.
    public let checkpoint: String?
    public let master: String
    let sealedKey: [UInt8]

    /// A head with a key of its own.
    public static func drawn(
        essaim: String, engine: String, madeAt: Instant, schema: [String], checkpoint: String?, masters: any MasterKeys
    ) throws -> (header: BackupHeader, key: FileKey) {
        let key = FileKey()
        let (master, sealed) = try masters.sealing(key, for: use)
        let header = BackupHeader(
            essaim: essaim, engine: engine, madeAt: madeAt, schema: schema, checkpoint: checkpoint, master: master,
            sealedKey: sealed)
        return (header, key)
    }

    var bytes: [UInt8] {
        let lines = [
            "\(Self.magic)\(Self.format)", "essaim \(essaim)", "engine \(engine)", "made \(madeAt.milliseconds)",
            "schema \(schema.joined(separator: " "))", "master \(master)", "key \(Base64.text(sealedKey))",
            "checkpoint \(checkpoint.map { Base64.text(Array($0.utf8)) } ?? "-")",
        ]
        return Array((lines.joined(separator: "\n") + "\n\n").utf8)
    }

    /// What seals the chunks under this head.
    func seal(_ key: FileKey) -> ChunkSeal {
        ChunkSeal(key: key, name: "backup \(HistoryRecorder.hex(SHA256.hash(data: bytes)))")
    }

    /// The head at the beginning of these bytes, of which there may be more.
    static func read(_ start: [UInt8]) throws(BackupFault) -> (header: BackupHeader, length: Int) {
        let magic = Array(magic.utf8)
        guard start.starts(with: magic) else {
            throw magic.starts(with: start) ? .cut : .notABackup
        }
        let end = start.indices.dropLast().first { start[$0] == 0x0A && start[$0 + 1] == 0x0A }
        let lines = String(decoding: start[..<(end ?? start.count)], as: UTF8.self).split(separator: "\n")
        // A later format may have other lines: it is told before they are looked at.
        guard let version = lines.first?.dropFirst(Self.magic.count), let number = Int(version) else {
            throw end == nil && start.count < longest ? .cut : .notABackup
        }
        guard number == format else { throw number > format && end != nil ? .laterFormat(number) : .altered(at: 0) }
        guard let end else { throw start.count < longest ? .cut : .notABackup }
        let names = ["essaim", "engine", "made", "schema", "master", "key", "checkpoint"]
        let values = zip(names, lines.dropFirst()).compactMap { name, line in
            line.hasPrefix(name + " ") ? String(line.dropFirst(name.count + 1)) : nil
        }
        guard values.count == names.count, lines.count == names.count + 1, let made = Int64(values[2]),
            MasterKey.isID(values[4]), let key = Base64.bytes(values[5]),
            let checkpoint = values[6] == "-" ? [] : Base64.bytes(values[6])
        else { throw .altered(at: 0) }
        let header = BackupHeader(
            essaim: values[0], engine: values[1], madeAt: Instant(milliseconds: made),
            schema: values[3].split(separator: " ").map(String.init),
            checkpoint: checkpoint.isEmpty ? nil : String(decoding: checkpoint, as: UTF8.self), master: values[4],
            sealedKey: key)
        guard header.bytes.elementsEqual(start[..<(end + 2)]) else { throw .altered(at: 0) }
        return (header, end + 2)
    }
}
