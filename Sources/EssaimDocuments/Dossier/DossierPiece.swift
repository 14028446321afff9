extension Dossier {
    /// A file that was joined, shown or not, withdrawn or not.
    public struct Piece: Sendable, Equatable {
        /// The file's name as sent.
        public var name: String
        /// « Photographie », « PDF, 3 pages ».
        public var kind: String
        /// « 412 Ko ».
        public var size: String
        /// « 19 novembre 2026 »; empty when unknown.
        public var taken: String
        public var addedBy: String
        /// « 20 novembre 2026 à 9 h 05 ».
        public var addedAt: String
        /// SHA-256 of the bytes as stored; empty for a file kept before digests were.
        public var digest: [UInt8]
        public var withdrawal: Withdrawal?

        public init(
            name: String, kind: String = "", size: String = "", taken: String = "", addedBy: String = "",
            addedAt: String = "", digest: [UInt8] = [], withdrawal: Withdrawal? = nil
        ) {
            self.name = name
            self.kind = kind
            self.size = size
            self.taken = taken
            self.addedBy = addedBy
            self.addedAt = addedAt
            self.digest = digest
            self.withdrawal = withdrawal
        }
    }

    /// That a file does not count any more.
    public struct Withdrawal: Sendable, Equatable {
        /// « 20 novembre 2026 à 9 h 12 ».
        public var at: String
        public var by: String
        /// Why, in words; may be empty.
        public var reason: String

        public init(at: String, by: String = "", reason: String = "") {
            self.at = at
            self.by = by
            self.reason = reason
        }
    }
}
