import EssaimDomain

/// What the index holds of a demand that was sent: its words, and its marks.
public struct SearchDocument: Sendable, Equatable {
    public let request: Identifier<AdviceRequest>
    public let sentAt: Instant
    /// Parted by one space.
    public let words: String
    public let marks: String

    /// - Parameters:
    ///   - texts: searched by whole words: the number, the birth date, the question.
    ///   - names: searched by how they begin too: the patient's, who asks.
    public init?(_ request: AdviceRequest, texts: [String], names: [String]) {
        guard let sentAt = request.submittedAt, let marks = Self.marks(of: request) else { return nil }
        self.request = request.id
        self.sentAt = sentAt
        let known = SearchWords.beginnings(of: names.joined(separator: " "))
        var seen: Set<String> = []
        let all = (known + SearchWords.all(of: texts.joined(separator: " "))).filter { seen.insert($0).inserted }
        words = all.joined(separator: " ")
        self.marks = marks
    }

    /// The marks of a demand; nil for a draft, which nobody searches.
    public static func marks(of request: AdviceRequest) -> String? {
        guard let sentAt = request.submittedAt, let standing = SearchStanding(request.state) else { return nil }
        let experts = request.assignments.filter { $0.isCurrent || $0.state == .proposed }.map(\.expert)
        let marks =
            [
                SearchMark.structure(request.structure), .pool(request.route.pool), .network(request.network),
                .offer(request.route.offer), .standing(standing), .period(SearchMark.period(of: sentAt)),
            ] + Set(experts).sorted().map { SearchMark.expert($0) }
        return marks.map(\.text).joined(separator: " ")
    }
}

extension SearchDocument {
    /// With what the store knows of the demand's patient and people; nil for a draft.
    public init?(_ request: AdviceRequest, _ reader: any StoreReader) throws {
        guard request.submittedAt != nil else { return nil }
        let patient = try request.patient.flatMap { try reader.patient($0) }?.traits
        let requester = try reader.person(request.requester)
        let structure = try reader.structure(request.structure)
        self.init(
            request,
            texts: [
                request.number.shown, request.number.rawValue, patient?.birthDate.french ?? "",
                request.content.question, request.content.context,
            ],
            names: [
                patient?.birthFamilyName, patient?.usedFamilyName, patient?.firstGivenName,
                patient?.givenNames.joined(separator: " "), requester?.familyName, requester?.givenName,
                structure?.name, structure?.communeName,
            ].compactMap(\.self))
    }
}
