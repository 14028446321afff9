import EssaimDomain

/// One line: when to use it, what to have ready, how soon, how else it is reached.
struct LineModel: Sendable {
    struct Way: Sendable {
        var kind: Offer.Channel.Kind
        /// « 01 60 00 00 00 », or an address of another site.
        var address: String
        var note: String
        /// « aujourd’hui de 9 h à 19 h ».
        var hours: String
        /// A telephone that nobody answers at this hour.
        var isClosed = false
        /// Just chosen: the way itself is offered.
        var isChosen = false
    }

    var seal: FormSeal
    var network: String
    var line: String
    var row: LineRow
    var service: String
    /// « aujourd’hui, de 9 h à 12 h 30 ».
    var hours: String
    /// Photographs, documents and answers that its form asks for.
    var toPrepare: [String]
    /// « Dermatologues du Nord (Nord) ».
    var teams: [String]
    var ways: [Way]
    /// Asked in Essaim, now.
    var canAsk: Bool
    var isOrientation: Bool
    /// Coming or paused.
    var canBeAwaited: Bool
    var isAwaited: Bool
    /// The network's telephone.
    var phone: String

    static let sample = LineModel(
        seal: .sample, network: "seine-et-marne", line: "ghef-dermatologie", row: LineRow.samples[0], service: "Avis",
        hours: "aujourd’hui de 9\u{A0}h à 19\u{A0}h",
        toPrepare: ["Photo centrée sur la lésion", "Photo large", "Depuis quand"], teams: ["Dermatologie GHEF (Nord)"],
        ways: [
            Way(
                kind: .telephone, address: "01 60 00 00 00", note: "Pour un avis qui n’attend pas.",
                hours: "aujourd’hui de 9\u{A0}h à 17\u{A0}h", isChosen: true),
            Way(kind: .appointment, address: "https://rendez-vous.exemple.fr", note: "", hours: ""),
        ], canAsk: true, isOrientation: false, canBeAwaited: false, isAwaited: false, phone: "01 60 00 00 00")
    static let comingSample = LineModel(
        seal: .sample, network: "seine-et-marne", line: "chsud-orthopedie", row: LineRow.samples[2], service: "Avis",
        hours: "", toPrepare: [], teams: [], ways: [], canAsk: false, isOrientation: false, canBeAwaited: true,
        isAwaited: false, phone: "01 60 00 00 00")
    static let awaitedSample = {
        var model = comingSample
        model.isAwaited = true
        return model
    }()
}
