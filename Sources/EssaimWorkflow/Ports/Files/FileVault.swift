import EssaimDomain

/// Where the bytes of files stand, sealed: what a call returned for is durable, and nothing stands in clear, not even for
/// the time of an upload.
public protocol FileVault: Sendable {
    /// How much of an upload is durable; 0 when nothing is. Sending goes on from there.
    func received(of upload: Upload) async throws -> Int
    /// Adds to an upload from `offset` on, which must be where it stands. When the bytes end, or break off, whole chunks of
    /// 64 KiB are kept; the last, shorter chunk only when it completes `total`.
    /// - Parameter total: of the whole file; nil when it is not known, and the file ends where the bytes do.
    /// - Returns: how much is durable now.
    /// - Throws: `VaultFault.wrongOffset`, `.tooLong` (more bytes than `total`), `.full`; what the stream itself throws,
    ///   after the chunks that came were kept.
    func receive(_ bytes: ByteStream, of upload: Upload, at offset: Int, total: Int?) async throws -> Int
    /// A whole upload, from its first byte.
    func contents(of upload: Upload) async throws -> ByteStream
    /// Forgets an upload, whole or not.
    func drop(_ upload: Upload) async throws

    /// Opens a new file, under a random name; its bytes are sealed with `key` as they are written.
    func newFile(under key: FileKey) async throws -> any FileWriting
    /// Some bytes of a kept file.
    /// - Throws: `VaultFault.absent`; `.unreadable` when a byte was changed, or the key is another one.
    func contents(of name: String, under key: FileKey, _ range: Range<Int>) async throws -> ByteStream
    /// Removes a kept file; nothing when there is none.
    func remove(_ name: String) async throws
    /// Removes kept files that no row names and uploads given up, each older than `age` at `now`.
    /// - Parameter areKept: which of these names have a row; asked for some hundreds at a time.
    func sweep(olderThan age: Duration, now: Instant, keeping areKept: @Sendable ([String]) async throws -> Set<String>)
        async throws -> SweptFiles
}

/// A file being written: one writer, in order.
public protocol FileWriting: Sendable {
    var name: String { get }
    func write(_ bytes: [UInt8]) async throws
    /// Makes the file durable under its name. Only then may a row that names it be committed.
    func finish() async throws
    /// Gives it up; nothing of it is left.
    func abandon() async
}

/// What a sweep did.
public struct SweptFiles: Sendable, Equatable {
    /// Files with a row, or too young to tell.
    public var kept = 0
    /// Files without a row, removed.
    public var orphans = 0
    /// Uploads given up and files that a crash left half written, removed.
    public var leftovers = 0
    /// Files whose name is not one of ours: left alone, to be shown to the operator.
    public var strangers = 0

    public init() {}
}

/// Why the vault did not do it.
public enum VaultFault: Error, Sendable, Equatable {
    case absent
    /// The upload stands elsewhere: go on from there.
    case wrongOffset(at: Int)
    /// More bytes than were announced, or than a file may have.
    case tooLong(limit: Int)
    /// No room is left. Nothing of the last chunk was kept; it can be tried again once there is room.
    case full
    /// An fsync failed, now or earlier: what the disk holds is not known. Nothing more is taken, and the process is to stop
    /// with a non-zero status; an fsync tried again would lie.
    case durabilityLost
    /// Bytes that do not answer to the key: changed, cut, or sealed under another.
    case unreadable
    /// The storage behind does not answer.
    case away
    /// A call failed for another reason; for the technical log.
    case failed(call: String, code: Int32)

    /// What the page says: what happened, why, what to do.
    public var message: String {
        switch self {
        case .absent:
            "Cette pièce jointe n’est plus là. Demandez à la personne qui l’a envoyée de la renvoyer."
        case .wrongOffset:
            "L’envoi a repris au mauvais endroit. Renvoyez le fichier."
        case .tooLong(let limit):
            "Le fichier dépasse \(limit / 1_048_576)\u{A0}Mo. Réduisez-le, puis renvoyez-le."
        case .full:
            "La pièce jointe n’a pas été enregistrée\u{A0}: le serveur n’a plus de place. "
                + "Votre texte est gardé\u{A0}; prévenez l’administrateur, puis renvoyez-la."
        case .durabilityLost:
            "La pièce jointe n’a pas été enregistrée\u{A0}: le disque du serveur ne répond plus comme il faut. "
                + "Prévenez l’administrateur, puis renvoyez-la."
        case .unreadable:
            "Cette pièce jointe ne peut pas être ouverte\u{A0}: elle est abîmée sur le serveur, ou sa clé manque. "
                + "Prévenez l’administrateur."
        case .away, .failed:
            "La pièce jointe n’a pas pu être enregistrée ou lue sur le serveur. "
                + "Réessayez dans un instant\u{A0}; si cela dure, prévenez l’administrateur."
        }
    }
}
