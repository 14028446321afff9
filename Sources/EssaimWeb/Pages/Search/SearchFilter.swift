import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// What is looked for. The filters stand in the address; the words do not: they may name a patient, and the address holds
/// the name under which they are kept.
struct SearchFilter: Sendable, Equatable {
    static let wordsName = "mots"
    static let keptName = "r"
    static let standingName = "etat"
    static let offerName = "ligne"
    static let sinceName = "depuis"
    static let afterName = "apres"
    static let rankName = "rang"

    /// How far back.
    enum Since: String, CaseIterable {
        case month = "1-mois"
        case quarter = "3-mois"
        case year = "1-an"

        var title: String {
            switch self {
            case .month: "Depuis un mois"
            case .quarter: "Depuis trois mois"
            case .year: "Depuis un an"
            }
        }

        var days: Int {
            switch self {
            case .month: 31
            case .quarter: 92
            case .year: 366
            }
        }
    }

    var words = ""
    var standing: SearchStanding?
    var offer = ""
    var since: Since?

    init() {}

    /// The filters of an address or of a form, without the words.
    init(_ fields: FormFields) {
        standing = fields.first(Self.standingName).flatMap { asked in
            SearchStanding.allCases.first { $0.address == asked }
        }
        offer = String((fields.trimmed(Self.offerName) ?? "").prefix(120))
        since = fields.first(Self.sinceName).flatMap(Since.init(rawValue:))
    }

    /// As the address carries it.
    func query(kept: String, after: String = "", rank: Int = 0) -> [(name: String, value: String)] {
        [
            (Self.keptName, kept), (Self.standingName, standing?.address ?? ""), (Self.offerName, offer),
            (Self.sinceName, since?.rawValue ?? ""), (Self.afterName, after),
            (Self.rankName, rank == 0 ? "" : String(rank)),
        ]
    }

    func question(at now: Instant) -> SearchQuestion {
        SearchQuestion(
            words: SearchWords.asked(words), standing: standing, offer: offer.isEmpty ? nil : Identifier(offer),
            sentSince: since.map { now - .hours(24 * $0.days) })
    }
}

extension SearchStanding {
    /// As the address spells it.
    var address: String {
        switch self {
        case .open: "ouvertes"
        case .answered: "repondues"
        case .closed: "closes"
        case .declined: "declinees"
        case .cancelled: "annulees"
        }
    }

    var title: String {
        switch self {
        case .open: "En cours"
        case .answered: "Répondues"
        case .closed: "Closes"
        case .declined: "Déclinées"
        case .cancelled: "Annulées"
        }
    }
}
