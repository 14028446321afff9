extension ConsultationReport {
    /// What was asked, and what came with it.
    public struct Question: Sendable, Equatable {
        public var text: String
        public var context: String
        /// Treatments and allergies.
        public var treatments: String
        /// The answers to the specialty's form, in its order.
        public var form: [FormAnswer]
        public var attachments: [Attachment]

        public init(
            text: String, context: String = "", treatments: String = "", form: [FormAnswer] = [],
            attachments: [Attachment] = []
        ) {
            self.text = text
            self.context = context
            self.treatments = treatments
            self.form = form
            self.attachments = attachments
        }
    }

    /// One line of the form.
    public struct FormAnswer: Sendable, Equatable {
        public var label: String
        public var value: String

        public init(label: String, value: String) {
            self.label = label
            self.value = value
        }
    }

    /// A photograph or a document that was sent; the report names it and does not hold it.
    public struct Attachment: Sendable, Equatable {
        public var name: String
        /// « prise le 19 novembre 2026 », or « date de prise inconnue ».
        public var taken: String
        /// « Photographie », « Compte rendu ».
        public var kind: String

        public init(name: String, taken: String = "", kind: String = "") {
            self.name = name
            self.taken = taken
            self.kind = kind
        }
    }
}
