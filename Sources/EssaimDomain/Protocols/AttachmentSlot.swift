extension ClinicalProtocol {
    /// A photograph or document that the form asks for.
    public struct AttachmentSlot: Sendable, Hashable {
        /// `centered`, `wide`…
        public let code: String
        public let label: String
        /// How to take it, in one sentence.
        public let help: String
        /// How many must be there to send; 0 when it may be left out.
        public let minimum: Int
        /// What a good one looks like.
        public let example: Example?

        public static let greatestMinimum = 10

        public init(
            code: String, label: String, help: String = "", isRequired: Bool = false, minimum: Int? = nil,
            example: Example? = nil
        ) {
            self.code = code
            self.label = label
            self.help = help
            self.minimum = minimum ?? (isRequired ? 1 : 0)
            self.example = example
        }

        public var isRequired: Bool { minimum > 0 }
    }

    /// Our own drawings of a well-taken picture.
    public enum Example: String, Sendable, CaseIterable {
        /// One spot fills the frame, sharp.
        case closeUp
        /// The region around it, to tell where.
        case wide
        /// A ruler at the edge.
        case ruler
        case dermoscopy
        case ecg
        /// An eye, lids open.
        case eye
        /// A page, flat, whole and legible.
        case page
    }
}
