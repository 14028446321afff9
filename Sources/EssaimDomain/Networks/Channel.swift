extension Offer {
    /// A way to reach a line. What Essaim does not carry itself (a telephone, another site) is shown as it is, and that it
    /// was chosen is recorded.
    public struct Channel: Sendable, Equatable, Codable {
        public enum Kind: String, Sendable, Codable, CaseIterable {
            case opinion, appointment, telephone, video
        }

        public var kind: Kind
        /// A number, or an `https` address; empty for what is asked in Essaim.
        public var address: String
        /// What to know before using it, in one sentence.
        public var note: String
        /// Nil: as the line.
        public var hours: OpeningHours?

        public init(_ kind: Kind, address: String = "", note: String = "", hours: OpeningHours? = nil) {
            self.kind = kind
            self.address = address
            self.note = note
            self.hours = hours
        }

        /// Carried by Essaim: an opinion is asked by a demand, and an appointment follows its answer.
        public var isBuiltIn: Bool { address.isEmpty && (kind == .opinion || kind == .appointment) }
    }
}
