/// Why a journal is not signed, or does not verify. In French, for who keeps it.
public enum JournalFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Someone holds a checkpoint of more entries than there are: an older copy of the data was put back.
    case rolledBack(signed: Int, stored: Int, holder: String)
    /// What is stored is not what was signed at that size.
    case forked(size: Int, holder: String)
    /// A checkpoint that none of the journal's keys signed.
    case unsigned(String)
    /// A tile, a bundle or the head is not what the entries make.
    case damaged(String)
    /// This server has no key, or another than the journal's.
    case noKey

    /// The same for one contradiction, whatever size the journal has come to meanwhile.
    public var label: String {
        switch self {
        case .rolledBack(_, _, let holder): "rolledBack \(holder)"
        case .forked(_, let holder): "forked \(holder)"
        case .unsigned(let what): "unsigned \(what)"
        case .damaged: "damaged"
        case .noKey: "noKey"
        }
    }

    public var description: String {
        switch self {
        case .rolledBack(let signed, let stored, let holder):
            "\(holder) atteste \(signed) inscriptions, il n’y en a que \(stored) : une copie plus ancienne a été remise"
        case .forked(let size, let holder):
            "à \(size) inscriptions, le journal n’est pas celui que \(holder) atteste"
        case .unsigned(let what): "\(what) n’est pas signé par une clé du journal"
        case .damaged(let what): what
        case .noKey: "ce serveur n’a pas la clé du journal : il ne signe pas"
        }
    }
}
