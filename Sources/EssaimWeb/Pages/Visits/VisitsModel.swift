import EssaimDomain

/// *À voir*: patients whom an answer says to see, and what was done about each. Nothing clinical.
struct VisitsModel: Sendable {
    struct Row: Sendable {
        var path: SitePath
        var patient: VisitPatient
        var mark: Visit.Mark
        /// « avant le 4 décembre 2026 »; empty when no day was set.
        var before: String
        var line: String
        /// « Dr Claire Morvan, Cabinet du Port, Lannion ».
        var asker: String
        var appointment: Visit.Appointment?
        /// « n’est pas venu », « injoignable, 2 essais ».
        var trouble: String = ""
    }

    /// The lists beside this one; empty for who has no other.
    var tabs: [WorklistModel.Tab] = []
    var rows: [Row]
    /// « 4 », « 100+ ».
    var count: String
    var next: SitePath?
    var first: SitePath?
}

/// The patient as an appointment is given: names and birth date, no more.
struct VisitPatient: Sendable {
    /// « KERBRAT Yvonne ».
    var name: String
    /// « née Fictive-Le Roux »; empty when it is the same name.
    var birthName: String = ""
    /// « 12/08/1958 ».
    var birthDate: String
}
