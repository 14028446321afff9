/// As what someone is in a structure: their role, a remplaçant's days, and whom they stand for.
public struct StructureTerms: Sendable, Equatable {
    public var role: StructureRole
    /// A remplaçant's, the last one included; nil for who has no end.
    public var days: ClosedRange<CivilDate>?
    /// The professionals in whose name a delegate prepares, none meaning all of the structure; a remplaçant's *titulaire*.
    public var principals: [Identifier<Person>]

    public init(
        role: StructureRole, days: ClosedRange<CivilDate>? = nil, principals: [Identifier<Person>] = []
    ) {
        self.role = role
        self.days = days
        self.principals = principals
    }

    public static let longestDays = 366
    public static let mostPrincipals = 50

    public var place: StructurePlace {
        if days != nil { return .replacement }
        switch role {
        case .member: return .member
        case .delegate: return .delegate
        case .administrator: return .administrator
        }
    }
}

/// What a form calls a place in a structure: a role, or the days of a remplaçant.
public enum StructurePlace: String, Sendable, CaseIterable {
    case member, delegate, replacement, administrator
}

/// A place as typed.
public struct TypedTerms: Sendable, Equatable {
    public static let placeField = "place"
    public static let fromField = "du"
    public static let throughField = "au"
    public static let principalsField = "pour"

    public var place: String
    public var from: String
    public var through: String
    public var principals: [String]

    public init(place: String = "", from: String = "", through: String = "", principals: [String] = []) {
        self.place = place
        self.from = from
        self.through = through
        self.principals = principals
    }

    public init(_ terms: StructureTerms) {
        self.init(
            place: terms.place.rawValue, from: terms.days?.lowerBound.description ?? "",
            through: terms.days?.upperBound.description ?? "", principals: terms.principals.map(\.rawValue))
    }

    /// - Parameter professionals: those of the structure in whose name one may stand.
    public func checked(
        today: CivilDate, among professionals: Set<Identifier<Person>>
    ) -> Result<StructureTerms, Refusal> {
        guard let place = StructurePlace(rawValue: place) else {
            return .failure(.faults([FieldFault(field: Self.placeField, message: "Choisissez une place.")]))
        }
        let named = Array(Set(principals.map { Identifier<Person>($0) })).sorted()
        var faults: [FieldFault] = []
        if place == .delegate || place == .replacement {
            if named.count > StructureTerms.mostPrincipals || !professionals.isSuperset(of: named) {
                faults.append(.strangePrincipal)
            } else if place == .replacement, named.count != 1 {
                faults.append(.oneHolder)
            }
        }
        var days: ClosedRange<CivilDate>?
        if place == .replacement {
            switch checkedDays(today) {
            case .success(let checked): days = checked
            case .failure(let wrong): faults += wrong.list
            }
        }
        if !faults.isEmpty { return .failure(.faults(faults)) }
        switch place {
        case .member: return .success(StructureTerms(role: .member))
        case .administrator: return .success(StructureTerms(role: .administrator))
        case .delegate: return .success(StructureTerms(role: .delegate, principals: named))
        case .replacement: return .success(StructureTerms(role: .member, days: days, principals: named))
        }
    }

    private func checkedDays(_ today: CivilDate) -> Result<ClosedRange<CivilDate>, WrongDays> {
        let (first, last) = (CivilDate.parse(from), CivilDate.parse(through))
        guard let first, let last else {
            var wrong: [FieldFault] = []
            if first == nil { wrong.append(.noDay(Self.fromField)) }
            if last == nil { wrong.append(.noDay(Self.throughField)) }
            return .failure(WrongDays(list: wrong))
        }
        let message =
            if last < first {
                "Le dernier jour vient avant le premier\u{A0}: inversez-les."
            } else if last < today {
                "Ce remplacement est déjà fini\u{A0}: vérifiez l’année."
            } else if last.days(since: first) >= StructureTerms.longestDays {
                "Un remplacement dure un an au plus."
            } else {
                ""
            }
        if !message.isEmpty {
            return .failure(WrongDays(list: [FieldFault(field: Self.throughField, message: message)]))
        }
        return .success(first...last)
    }

    private struct WrongDays: Error { let list: [FieldFault] }
}

extension FieldFault {
    fileprivate static let strangePrincipal = FieldFault(
        field: TypedTerms.principalsField, message: "Choisissez parmi les professionnels en exercice de la structure.")
    fileprivate static let oneHolder = FieldFault(
        field: TypedTerms.principalsField, message: "Choisissez le titulaire remplacé, un seul.")
    fileprivate static func noDay(_ field: String) -> FieldFault {
        FieldFault(field: field, message: "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026.")
    }
}
