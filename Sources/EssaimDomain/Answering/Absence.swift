/// Whole days on which an expert is away, or one half of a single day, and who may be asked meanwhile, in words.
public struct Absence: Sendable, Equatable {
    public let id: Identifier<Absence>
    /// The last one included.
    public let days: ClosedRange<CivilDate>
    /// Of a single day; nil for whole days.
    public let half: HalfDay?
    public let colleague: String

    /// - Parameter half: Counts of a single day alone.
    public init(id: Identifier<Absence>, days: ClosedRange<CivilDate>, half: HalfDay? = nil, colleague: String) {
        self.id = id
        self.days = days
        self.half = days.lowerBound == days.upperBound ? half : nil
        self.colleague = colleague
    }

    public var dayCount: Int { days.upperBound.days(since: days.lowerBound) + 1 }

    /// From its first moment to its last.
    public func span(in offsets: OffsetRules) -> Range<Instant> {
        if let half { return half.away(on: days.lowerBound, in: offsets) }
        return offsets.instant(on: days.lowerBound, minute: 0)..<offsets.instant(on: days.upperBound, minute: 1440)
    }

    public static let longestDays = 366
    public static let longestColleague = 120

    /// What was typed, as days; or what is wrong with it.
    /// - Parameter half: `morning`, `afternoon`, or nothing for whole days.
    public static func checked(
        from: String, through: String, half: String = "", colleague: String, today: CivilDate
    ) -> Result<(days: ClosedRange<CivilDate>, half: HalfDay?, colleague: String), Refusal> {
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
            } else if !half.isEmpty, last != first {
                faults.append(
                    FieldFault(field: "half", message: "Une demi-journée se dit d’un seul jour."))
            }
        }
        let part = HalfDay(rawValue: half)
        if part == nil, !half.isEmpty {
            faults.append(FieldFault(field: "half", message: "Choisissez le matin, l’après-midi ou la journée."))
        }
        let colleague = colleague.trimmed
        if colleague.count > longestColleague || colleague.utf8.count > 4 * longestColleague {
            faults.append(
                FieldFault(field: "colleague", message: "Écrivez ce nom en \(longestColleague) caractères au plus."))
        }
        guard let first, let last, faults.isEmpty else { return .failure(.faults(faults)) }
        return .success((first...last, part, colleague))
    }
}

extension FieldFault {
    fileprivate static func noDay(_ field: String) -> FieldFault {
        FieldFault(field: field, message: "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026.")
    }
}
