import EssaimDomain

/// *Régulation*: what comes by the regulated doors, the most pressing first.
struct TriageModel: Sendable {
    struct Row: Sendable {
        /// What a ticked box sends: the demand and the version read.
        var mark: String
        var line: WorklistModel.Row
        /// « 2 photos », « accord du patient »: what it brings, and what it lacks.
        var signs: [Sign]
        /// « Dr Anne Riou la regarde »; empty when nobody does.
        var claim: String = ""
        /// Those put together bear the same letter; empty for one alone.
        var group: String = ""
    }

    struct Sign: Sendable {
        var words: String
        var isThere: Bool
    }

    /// Names of the fields of what is ticked.
    static let markName = "demande"
    static let actName = "acte"
    static let formID = "ensemble"

    var tabs: [WorklistModel.Tab]
    var rows: [Row]
    var empty: EmptyModel
    var seal: FormSeal
    var next: SitePath?
    var first: SitePath?
    /// What is ticked can be passed on or put together: on the list of what is to triage alone.
    var acts: [TriageAct] = []
    var fault: String = ""
    var trace: String?
}

/// What is done to all that is ticked.
enum TriageAct: String, CaseIterable, Sendable {
    case passOn = "transmettre"
    case group = "grouper"
    case ungroup = "separer"

    var title: String {
        switch self {
        case .passOn: "Transmettre à l’équipe"
        case .group: "Regrouper"
        case .ungroup: "Séparer"
        }
    }
}

extension TriageModel {
    static let sample = TriageModel(
        tabs: [
            WorklistModel.Tab(title: "À trier", path: .triage(), count: 3, isCurrent: true, isPressing: true),
            WorklistModel.Tab(title: "Complément attendu", path: .triage(view: "complement"), count: 1),
            WorklistModel.Tab(title: "Urgentes", path: .triage(view: "urgentes"), count: 1, isPressing: true),
            WorklistModel.Tab(title: "En retard", path: .triage(view: "en-retard"), count: 0, isPressing: true),
        ],
        rows: zip(WorklistModel.sample.rows.dropFirst(), 0...2).map { row, place in
            Row(
                mark: "r\(place) 3", line: row,
                signs: [
                    Sign(words: place == 1 ? "pas de photo" : "2\u{A0}photos", isThere: place != 1),
                    Sign(words: place == 2 ? "1\u{A0}réponse manque" : "formulaire complet", isThere: place != 2),
                    Sign(words: "accord du patient", isThere: true),
                ], claim: place == 0 ? "Dr Anne Riou la regarde" : "", group: place == 0 ? "" : "A")
        },
        empty: EmptyModel(title: ""), seal: .sample, next: .triage(after: "r5"), acts: TriageAct.allCases,
        trace: "entree-0003")

    static let emptySample = TriageModel(
        tabs: sample.tabs, rows: [], empty: TriageTab.toTriage.empty, seal: .sample)

    static let faultySample: TriageModel = {
        var model = sample
        model.fault = "Ne regroupez que des demandes d’une même structure."
        return model
    }()
}
