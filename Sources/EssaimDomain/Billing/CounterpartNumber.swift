/// The number by which a claim names the other professional. Billing software refuses an RPPS alone: it wants the
/// number at the *Assurance maladie*, or the FINESS of the structure.
public enum CounterpartNumber: Sendable, Equatable {
    case am(ADELI)
    case finess(FINESS)
    case missing

    public init(_ person: Person?, of structure: Structure?) {
        if let number = person?.billingNumber {
            self = .am(number)
        } else if let finess = structure?.finess {
            self = .finess(finess)
        } else {
            self = .missing
        }
    }

    /// As it is typed into billing software; empty when it is missing.
    public var text: String {
        switch self {
        case .am(let number): number.rawValue
        case .finess(let number): number.rawValue
        case .missing: ""
        }
    }
}

extension Profession {
    /// Some row of the dated rules lets it bill an act (`acts.json`); the others ask without billing.
    public var hasActs: Bool {
        switch self {
        case .doctor, .dentist, .midwife, .nurse, .physiotherapist, .podiatrist, .speechTherapist: true
        case .pharmacist, .audioprosthetist, .orthoptist, .none: false
        }
    }
}

extension Caller {
    /// Has a page of acts: a profession that bills, in a structure that asks or a pool that answers.
    public var mayHaveActs: Bool { person.profession.hasActs && (mayAsk || answers) }

    /// Claims for some establishment: named to its billing office, and to that role in a network. Either alone opens
    /// nothing, and ends both.
    public var billsFor: [Structure] {
        networks.contains { $0.role == .billingOffice } ? offices : []
    }
}
