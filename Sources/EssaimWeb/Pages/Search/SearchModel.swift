import EssaimDomain

/// A search among the demands that one may see: the form with what was asked, and a page of what was found.
struct SearchModel: Sendable {
    /// A page of 50, 20 pages: who has not found it then asks something more precise.
    static let mostPages = 20

    var seal: FormSeal
    var filter = SearchFilter()
    /// Lines that one may narrow by: id and title.
    var offers: [(id: String, title: String)] = []
    var faults: [FieldFault] = []
    /// Nil before anything was asked.
    var rows: [WorklistModel.Row]?
    var next: SitePath?
    var first: SitePath?
    /// More than a thousand answer: what to do.
    var isTooWide = false
    /// The address is of a search too old to be found again.
    var hasExpired = false

    static let sample = SearchModel(
        seal: .sample, filter: .sample, offers: [("dermatologie", "Dermatologie")], rows: WorklistModel.sample.rows,
        next: .search([("r", "exemple"), ("apres", "1")]))
    static let blankSample = SearchModel(seal: .sample, offers: [("dermatologie", "Dermatologie")])
    static let emptySample = SearchModel(seal: .sample, filter: .sample, rows: [])
    static let faultySample = SearchModel(
        seal: .sample, filter: .sample, faults: [FieldFault(field: SearchFilter.wordsName, message: tooLong)])

    static let tooLong = "Cette recherche dépasse 200\u{A0}caractères. Gardez quelques mots\u{A0}: un nom, un numéro."
}

extension SearchFilter {
    static let sample: SearchFilter = {
        var filter = SearchFilter()
        filter.words = "lésion kerfictif"
        filter.since = .quarter
        return filter
    }()
}
