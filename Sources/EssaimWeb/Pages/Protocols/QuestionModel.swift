import EssaimDomain

/// Names of the fields of one question. Of rules, a number follows: `si.0.question`.
enum QuestionField {
    static let id = "identifiant"
    static let label = "libelle"
    static let kind = "type"
    static let help = "aide"
    static let unit = "unite"
    static let minimum = "minimum"
    static let maximum = "maximum"
    static let separator = "separateur"
    static let required = "obligatoire"
    /// One a line, « code = libellé » or the label alone.
    static let options = "reponses"
    /// The group of a new question.
    static let group = "groupe"
    /// `all` or `any`.
    static let needsAll = "si.toutes"
    static let conditions = "si"
    static let flags = "alerte"
    static let doors = "porte"

    static func rule(_ kind: String, _ index: Int, _ part: String) -> String { "\(kind).\(index).\(part)" }
}

/// A question being written: everything as typed.
struct QuestionModel: Sendable {
    /// A condition, a red flag or another door.
    struct Rule: Sendable {
        /// Of a condition, the question that it looks at.
        var question = ""
        var test = ""
        var value = ""
        var message = ""
        var line = ""
        var phone = ""
    }

    struct Choice: Sendable {
        var value: String
        var label: String
    }

    var path: SitePath
    var back: SitePath
    var formTitle: String
    /// Nil for a new one.
    var known: String?
    var id = ""
    var label = ""
    var kind = KindName.choice.rawValue
    var help = ""
    var unit = ""
    var minimum = ""
    var maximum = ""
    var separator = ""
    var isRequired = false
    var options = ""
    var group = ""
    var needsAll = true
    var conditions: [Rule] = []
    var flags: [Rule] = []
    var doors: [Rule] = []
    /// Questions that a condition may look at, groups that may hold a new one, lines to point to.
    var questions: [Choice] = []
    /// Their answers, so that one is typed as it reads.
    var optionsByQuestion: [String: [ClinicalProtocol.Option]] = [:]
    var groups: [Choice] = []
    var lines: [Choice] = []
    var seal: FormSeal
    var faults: [FieldFault] = []
    var isStale = false

    /// Empty rows that follow those that are there.
    static let blankRows = 2
}
