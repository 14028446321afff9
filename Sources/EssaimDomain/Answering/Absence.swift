/// Whole days on which an expert is away, and who may be asked meanwhile, in words.
public struct Absence: Sendable, Equatable {
    public let id: Identifier<Absence>
    /// The last one included.
    public let days: ClosedRange<CivilDate>
    public let colleague: String

    public init(id: Identifier<Absence>, days: ClosedRange<CivilDate>, colleague: String) {
        self.id = id
        self.days = days
        self.colleague = colleague
    }

    public var dayCount: Int { days.upperBound.days(since: days.lowerBound) + 1 }

    public static let longestDays = 366
    public static let longestColleague = 120

    /// What was typed, as days; or what is wrong with it.
    public static func checked(
        from: String, through: String, colleague: String, today: CivilDate
    ) -> Result<(days: ClosedRange<CivilDate>, colleague: String), Refusal> {
        var faults: [FieldFault] = []
        let (first, last) = (CivilDate.parse(from), CivilDate.parse(through.trimmed.isEmpty ? from : through))
        if first == nil { faults.append(.noDay("from")) }
        if last == nil, first != nil || !through.trimmed.isEmpty { faults.append(.noDay("through")) }
        if let first, let last {
            if last < first {
                faults.append(
                    FieldFault(field: "through", message: "Le dernier jour vient avant le premier\u{A0}: inversez-les.")
                )
            } else if last < today {
                faults.append(
                    FieldFault(field: "through", message: "Cette absence est déjà finie\u{A0}: vérifiez l’année."))
            } else if last.days(since: first) >= longestDays {
                faults.append(FieldFault(field: "through", message: "Une absence dure un an au plus."))
            }
        }
        let colleague = colleague.trimmed
        if colleague.count > longestColleague || colleague.utf8.count > 4 * longestColleague {
            faults.append(
                FieldFault(field: "colleague", message: "Écrivez ce nom en \(longestColleague) caractères au plus."))
        }
        guard let first, let last, faults.isEmpty else { return .failure(.faults(faults)) }
        return .success((first...last, colleague))
    }
}

extension FieldFault {
    fileprivate static func noDay(_ field: String) -> FieldFault {
        FieldFault(field: field, message: "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026.")
    }
}
