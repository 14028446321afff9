import EssaimDomain

extension Availability.Hindrance {
    /// After a name in a list: « absente ou absent jusqu’au 3 décembre », « maximum du jour atteint (6/6) ».
    func words(_ clock: PageClock) -> String {
        switch self {
        case .absent(let day, let colleague):
            "absence jusqu’au \(Self.day(day, clock))" + (colleague.isEmpty ? "" : ", voir \(colleague)")
        case .full(let taken, let most): "maximum du jour atteint (\(taken)/\(most))"
        case .outsideHours(let opensAt): opensAt.map { "reprend \(clock.words($0))" } ?? "hors de ses heures"
        }
    }

    /// To who is hindered, above what they could take; nil when it is not worth a line.
    func warning(_ clock: PageClock) -> String? {
        switch self {
        case .absent(let day, _):
            "Vous êtes noté absent jusqu’au \(Self.day(day, clock)) inclus. Ce que vous prenez reste à votre charge."
        case .full(let taken, let most):
            "Maximum du jour atteint\u{A0}: \(French.count(taken, "demande prise", "demandes prises")) aujourd’hui sur "
                + "\(most). Vous pouvez en prendre d’autres."
        case .outsideHours: nil
        }
    }

    private static func day(_ day: CivilDate, _ clock: PageClock) -> String {
        day.year == clock.today.year ? French.dayAndMonth(day) : French.date(day)
    }
}
