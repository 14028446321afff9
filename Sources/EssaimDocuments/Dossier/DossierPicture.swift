extension Dossier {
    /// An image as it is shown: a photograph, or a page of a document.
    public struct Picture: Sendable, Equatable {
        /// « Centrée », « Large », « Courrier ».
        public var label: String
        /// The file's name as sent.
        public var name: String
        /// « prise le 19 novembre 2026 », or « date de prise inconnue ».
        public var taken: String
        /// Which page of how many, for a page of a document.
        public var page: Page?

        public init(label: String, name: String = "", taken: String = "", page: Page? = nil) {
            self.label = label
            self.name = name
            self.taken = taken
            self.page = page
        }
    }

    /// « page 2/3 »
    public struct Page: Sendable, Equatable {
        public var number: Int
        public var count: Int

        public init(_ number: Int, of count: Int) {
            self.number = number
            self.count = count
        }
    }

    /// An image that the document could not hold: its place says so in words.
    public struct Refusal: Sendable, Equatable {
        /// Its index in `pictures`.
        public var picture: Int
        public var fault: JPEGFault

        public init(picture: Int, fault: JPEGFault) {
            self.picture = picture
            self.fault = fault
        }
    }
}
