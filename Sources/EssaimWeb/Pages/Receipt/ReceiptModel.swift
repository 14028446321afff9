import EssaimDomain

/// What the code of a report's receipt says, once checked. Nothing of the demand: who holds the report has it.
struct ReceiptModel: Sendable {
    /// The entry's number; nil for a code that no key of this journal signed.
    var leaf: Int?
    /// To the minute.
    var recordedAt: Instant?
    /// Entries of the journal when it was signed.
    var size: Int

    static let sample = ReceiptModel(leaf: 1234, recordedAt: Instant(milliseconds: 1_795_320_000_000), size: 1300)
    static let foreign = ReceiptModel(leaf: nil, recordedAt: nil, size: 0)
}
