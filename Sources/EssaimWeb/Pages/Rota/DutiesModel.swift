import EssaimDomain

/// One's own turns of duty, exchanges and calendar link.
struct DutiesModel: Sendable {
    static let givenName = "donne"
    static let askedName = "collegue"
    static let takenName = "contre"
    static let networkName = "reseau"

    struct Turn: Sendable {
        /// « mardi 24 novembre, 8 h à 20 h ».
        var when: String
        var post: String
        /// The turn's name in the form: network, duty, day and version.
        var value: String
        var isNow = false
        var isAway = false
    }

    struct Swap: Sendable {
        /// « Dr Jézéquel vous propose sa garde … ».
        var text: String
        var version: Int
        var accept: SitePath?
        var decline: SitePath?
        var withdraw: SitePath?
    }

    var seal: FormSeal
    var turns: [Turn] = []
    /// Of those who may keep some of these turns.
    var colleagues: [ChoiceGroup.Option] = []
    var others: [ChoiceGroup.Option] = []
    var waiting: [Swap] = []
    /// Of the last three months, in words.
    var past: [String] = []
    /// « fait le 23 novembre 2026 »; nil without a link.
    var feedMade: String?
    /// The link itself, said once.
    var feed: String?
    var given = ""
    var asked = ""
    var taken = ""
    var faults: [FieldFault] = []

    static let sample = DutiesModel(
        seal: .sample,
        turns: [
            Turn(
                when: "lundi 23 novembre, 8\u{A0}h à 20\u{A0}h", post: "Dermatologues du Nord", value: "a", isNow: true),
            Turn(
                when: "mardi 1er décembre, 20\u{A0}h à 8\u{A0}h, le lendemain", post: "Dermatologues du Nord",
                value: "b"),
            Turn(
                when: "jeudi 24 décembre, 8\u{A0}h à 13\u{A0}h", post: "Tumeurs cutanées", value: "c", isAway: true),
        ],
        colleagues: [ChoiceGroup.Option(value: "x", label: "Dr Yann Jézéquel")],
        others: [
            ChoiceGroup.Option(value: "y", label: "Dr Yann Jézéquel, jeudi 3 décembre, 8\u{A0}h à 20\u{A0}h")
        ],
        waiting: [
            Swap(
                text:
                    "Dr Yann Jézéquel vous propose sa garde de jeudi 3 décembre, 8\u{A0}h à 20\u{A0}h, contre la vôtre "
                    + "de mardi 1er décembre.", version: 1, accept: .swap("s", "accepter"),
                decline: .swap("s", "decliner")),
            Swap(
                text: "Vous proposez votre garde de jeudi 24 décembre à Dr Élodie Bihan.", version: 1,
                withdraw: .swap("t", "retirer")),
        ],
        past: ["Dr Yann Jézéquel a accepté votre garde de lundi 2 novembre."], feedMade: "23 novembre 2026",
        feed: "https://essaim.exemple.fr/agenda/Zm9yLXRoZS1nYWxsZXJ5LWFsb25l.ics")
    static let emptySample = DutiesModel(seal: .sample)
}
