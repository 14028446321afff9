import EssaimDomain
import EssaimWorkflow

/// May see a patient apart from any demand: a member of the structure that knows them. Elsewhere nothing hints that they exist.
public enum SeePatient: Policy {
    public static let name = "see patient"
    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        public let patient: Patient
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor,
            let patient = try reader.patient(Identifier(input.parameter("patient"))),
            caller.structures.contains(where: { $0.structure.id == patient.structure })
        else { return nil }
        return Fact(caller: caller, session: session, patient: patient)
    }
}
