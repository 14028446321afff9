import EssaimDomain

/// An expert's week, daily limit and absences, as typed.
struct AvailabilityModel: Sendable {
    static let mostName = "mostADay"
    static let fromName = "from"
    static let throughName = "through"
    static let halfName = "half"
    static let colleagueName = "colleague"

    struct Away: Sendable {
        /// « du 24 décembre 2026 au 3 janvier 2027 ».
        var days: String
        var colleague: String
        var removal: SitePath
    }

    var seal: FormSeal
    var typed = TypedAvailability()
    var absences: [Away] = []
    var taken = 0
    /// What stands against the reader taking a demand now.
    var warning: String?
    var from = ""
    var through = ""
    var half = ""
    /// « 42 plages, lues le 23 novembre 2026 »; nil without a calendar.
    var calendar: String?
    var colleague = ""
    var faults: [FieldFault] = []
    /// Another of one's tabs saved meanwhile: what was typed is shown, and may be saved over it.
    var isStale = false

    static let sample = AvailabilityModel(
        seal: .sample,
        typed: TypedAvailability(
            week: [.monday: "09:00-12:30, 14:00-18:00", .tuesday: "09:00-12:30", .thursday: "14:00-18:00"],
            mostADay: "6"),
        absences: [
            Away(
                days: "du 24 décembre 2026 au 3 janvier 2027", colleague: "Dr Anne Riou", removal: .removeAbsence("a1"))
        ], taken: 6,
        warning: Availability.Hindrance.full(taken: 6, most: 6).warning(.sample))

    static let faultySample = AvailabilityModel(
        seal: .sample, typed: TypedAvailability(week: [.monday: "de 9 h à midi"], mostADay: "beaucoup"),
        from: "31/02/2027",
        faults: [
            FieldFault(
                field: "monday", message: "Écrivez les heures du lundi ainsi\u{A0}: 9:00-12:30, 14:00-18:00."),
            FieldFault(field: mostName, message: "Écrivez un nombre de 1 à 200, ou rien."),
            FieldFault(field: fromName, message: "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026."),
        ], isStale: true)
}
