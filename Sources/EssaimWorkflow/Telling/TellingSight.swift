import EssaimDomain

/// What one person may be told of some notices: of demands that they see, and of patients for whom they may book.
struct TellingSight {
    private let seen: [Identifier<AdviceRequest>: TellingMatter]
    private let booked: [Identifier<AdviceRequest>: TellingMatter]

    init(_ notices: [TellingNotice], of person: Identifier<Person>, _ reader: any StoreReader) throws {
        let ofVisits = notices.filter(\.event.isOfVisit).map(\.request)
        let others = notices.filter { !$0.event.isOfVisit }.map(\.request)
        seen = Self.byRequest(try reader.matters(Set(others), visibleTo: person))
        booked = Self.byRequest(try reader.visitMatters(Set(ofVisits), bookableBy: person))
    }

    /// Nil for what this person may see no longer.
    func matter(_ notice: TellingNotice) -> TellingMatter? {
        (notice.event.isOfVisit ? booked : seen)[notice.request]
    }

    /// Where the demands are.
    var offsets: OffsetRules? { (seen.first ?? booked.first)?.value.offsets }

    private static func byRequest(_ matters: [TellingMatter]) -> [Identifier<AdviceRequest>: TellingMatter] {
        Dictionary(matters.map { ($0.request, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
