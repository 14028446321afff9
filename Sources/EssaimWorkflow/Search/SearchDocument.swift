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

    private init(request: Identifier<AdviceRequest>, sentAt: Instant, words: String, marks: String) {
        self.request = request
        self.sentAt = sentAt
        self.words = words
        self.marks = marks
    }

    /// The marks of a demand; nil for a draft, which nobody searches.
    public static func marks(of request: AdviceRequest) -> String? {
        guard let sentAt = request.submittedAt, let standing = SearchStanding(request.state) else { return nil }
        let marks = seers(of: request, sentAt) + [.offer(request.route.offer), .standing(standing)]
        return marks.map(\.text).joined(separator: " ")
    }

    /// Who may see it, and when it was sent: what every document bears.
    private static func seers(of request: AdviceRequest, _ sentAt: Instant) -> [SearchMark] {
        let experts = request.assignments.filter { $0.isCurrent || $0.state == .proposed }.map(\.expert)
        // No pool before triage; then its own, and the one that an answer asks to receive the patient.
        let receiving = request.reception.flatMap { $0.outcome == .refused ? nil : $0.route.pool }
        let asked = request.isBeforeTriage ? [] : request.pools.sorted()
        let pools = asked + [receiving].compactMap(\.self)
        return [
            .structure(request.structure), .network(request.network), .period(SearchMark.period(of: sentAt)),
        ] + pools.map { .pool($0) } + Set(experts).sorted().map { .expert($0) }
    }
}

extension SearchDocument {
    /// Of an archived demand: found by its number, by those who see it, and under no heading.
    public init?(archived request: AdviceRequest) {
        guard let sentAt = request.submittedAt else { return nil }
        self.init(
            request: request.id, sentAt: sentAt,
            words: SearchWords.all(of: "\(request.number.shown) \(request.number.rawValue)").joined(separator: " "),
            marks: Self.seers(of: request, sentAt).map(\.text).joined(separator: " "))
    }

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
