import EssaimDomain
import EssaimWorkflow

/// What billing asks of a new person, as typed: their number, how they practise, what their structure is, and for which
/// establishment they claim.
public struct NewUserBilling: Sendable {
    public var billingNumber: String?
    public var mode: String?
    public var kind: String?
    public var finess: String?
    /// FINESS of the establishment whose billing office they belong to.
    public var office: String?

    public init(
        billingNumber: String? = nil, mode: String? = nil, kind: String? = nil, finess: String? = nil,
        office: String? = nil
    ) {
        self.billingNumber = billingNumber
        self.mode = mode
        self.kind = kind
        self.finess = finess
        self.office = office
    }

    func number() throws(NewUser.Fault) -> ADELI? {
        guard let billingNumber else { return nil }
        switch ADELI.parse(billingNumber) {
        case .success(let number): return number
        case .failure(let fault): throw NewUser.Fault(message: "numéro AM : \(fault.message)")
        }
    }

    func practice() throws(NewUser.Fault) -> PracticeMode {
        guard let mode else { return .liberal }
        guard let known = PracticeMode(rawValue: mode) else {
            throw NewUser.Fault(message: "mode d’exercice « \(mode) » inconnu ; L libéral, S salarié, B bénévole")
        }
        return known
    }

    func structureKind() throws(NewUser.Fault) -> Structure.Kind {
        guard let kind else { return .practice }
        guard let known = Structure.Kind(rawValue: kind) else {
            let kinds = Structure.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw NewUser.Fault(message: "structure de genre « \(kind) » inconnue ; genres : \(kinds)")
        }
        return known
    }

    func structureFINESS() throws(NewUser.Fault) -> FINESS? { try finess.map(Self.finess) }

    func establishments(_ reader: any StoreReader) throws -> [Structure] {
        guard let office, case .success(let number) = FINESS.parse(office) else { return [] }
        return try reader.structures(bearing: number)
    }

    /// Why nobody can be tied to that office.
    func fault(_ reader: any StoreReader) throws -> NewUser.Fault? {
        guard let office else { return nil }
        if case .failure(let fault) = FINESS.parse(office) {
            return NewUser.Fault(message: "FINESS de --office : \(fault.message)")
        }
        if try establishments(reader).isEmpty {
            return NewUser.Fault(
                message: "aucune structure ne porte ce FINESS : créez d’abord quelqu’un qui y exerce, avec --finess")
        }
        return nil
    }

    private static func finess(_ typed: String) throws(NewUser.Fault) -> FINESS {
        switch FINESS.parse(typed) {
        case .success(let number): return number
        case .failure(let fault): throw NewUser.Fault(message: "FINESS : \(fault.message)")
        }
    }
}
