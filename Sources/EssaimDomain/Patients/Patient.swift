/// A patient as known to one asking structure: searched only there; elsewhere nothing hints that a patient exists.
public struct Patient: Sendable, Equatable {
    public let id: Identifier<Patient>
    public let structure: Identifier<Structure>
    public var traits: PatientTraits
    public var ins: INS?

    public init(
        id: Identifier<Patient>, structure: Identifier<Structure>, traits: PatientTraits, ins: INS? = nil
    ) {
        self.id = id
        self.structure = structure
        self.traits = traits
        self.ins = ins
    }
}
