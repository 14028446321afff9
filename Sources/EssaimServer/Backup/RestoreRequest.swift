/// What is to be put back, and on what conditions.
public struct RestoreRequest: Sendable {
    public let file: String
    /// The sheet with the master keys, as it was printed; nil: those of the target's key folder.
    public let escrow: String?
    public let against: [HeldNote]
    public let acceptsOlder: Bool
    /// How many files are opened by their keys; nil: all of them.
    public let sample: Int?

    public init(
        file: String, escrow: String? = nil, against: [HeldNote] = [], acceptsOlder: Bool = false, sample: Int? = nil
    ) {
        self.file = file
        self.escrow = escrow
        self.against = against
        self.acceptsOlder = acceptsOlder
        self.sample = sample
    }
}
