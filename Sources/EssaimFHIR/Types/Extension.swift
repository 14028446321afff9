extension FHIR {
    /// An extension: a value, or extensions of its own.
    public struct Extension: Sendable, Equatable, Codable {
        public var url: String
        public var `extension`: [Extension]?
        public var valueBoolean: Bool?
        public var valueCode: String?
        public var valueCodeableConcept: CodeableConcept?
        public var valueCoding: Coding?
        public var valueDate: String?
        public var valueDecimal: Double?
        public var valueInteger: Int?
        public var valueString: String?
    }
}

extension [FHIR.Extension] {
    /// Those of that name.
    func all(_ url: String) -> [FHIR.Extension] { filter { $0.url == url } }

    /// The first of that name.
    func first(_ url: String) -> FHIR.Extension? { first { $0.url == url } }
}
