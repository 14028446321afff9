/// FHIR R4 (4.0.1) as JSON: the few resources that Essaim speaks, each with the elements that it uses. Elements that
/// are not listed are ignored when read, as the specification allows, save modifier extensions.
public enum FHIR {
    /// Where the extensions that Essaim defines are named. The address is a name: nothing is fetched from it.
    public static let extensionBase = "https://essaim.example/fhir/StructureDefinition/"

    /// A code of a code system.
    public struct Coding: Sendable, Equatable, Codable {
        public var system: String?
        public var code: String?
        public var display: String?

        public init(system: String? = nil, code: String? = nil, display: String? = nil) {
            self.system = system
            self.code = code
            self.display = display
        }
    }

    public struct CodeableConcept: Sendable, Equatable, Codable {
        public var coding: [Coding]?
        public var text: String?

        public init(coding: [Coding]? = nil, text: String? = nil) {
            self.coding = coding
            self.text = text
        }
    }

    /// From a day to a day, each as a FHIR date.
    public struct Period: Sendable, Equatable, Codable {
        public var start: String?
        public var end: String?

        public init(start: String? = nil, end: String? = nil) {
            self.start = start
            self.end = end
        }
    }
}
