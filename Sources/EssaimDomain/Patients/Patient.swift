/// A patient as known to one asking structure: searched only there; elsewhere nothing hints that a patient exists.
public struct Patient: Sendable, Equatable {
    public let id: Identifier<Patient>
    public let structure: Identifier<Structure>
    public var traits: PatientTraits
    public var ins: INS?
    /// *NIR de l’ouvrant droit*, with which care is claimed: the patient's own, or a parent's. It identifies nobody, and is
    /// kept apart from the INS matricule.
    public var claimNIR: NIR?

    public init(
        id: Identifier<Patient>, structure: Identifier<Structure>, traits: PatientTraits, ins: INS? = nil,
        claimNIR: NIR? = nil
    ) {
        self.id = id
        self.structure = structure
        self.traits = traits
        self.ins = ins
        self.claimNIR = claimNIR
    }
}
