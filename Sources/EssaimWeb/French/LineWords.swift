import EssaimDomain

extension LineStanding {
    /// In a few words: « Ouverte », « Fermée à cette heure, ouvre lundi 9 h », « À venir, mars 2027 ».
    func words(_ clock: PageClock) -> String {
        switch self {
        case .open: "Ouverte"
        case .closedNow(_, let opensAt):
            opensAt.map { "Fermée à cette heure, ouvre \(clock.words($0))" } ?? "Fermée à cette heure"
        case .coming(let day): day.map { "À venir, prévue le \(French.date($0))" } ?? "À venir"
        case .paused(let day): day.map { "En pause, reprend le \(French.date($0))" } ?? "En pause"
        case .obstacle(let obstacle): obstacle.words
        }
    }

    /// The look of the words: they never stand by colour alone.
    var look: String {
        switch self {
        case .open: "open"
        case .closedNow: "waiting"
        case .coming, .paused, .obstacle: "closed"
        }
    }
}

extension LineObstacle {
    var words: String {
        switch self {
        case .noStructure: "Vous ne demandez au nom d’aucune structure"
        case .profession: "Ne reçoit pas les demandes de votre profession"
        case .territory: "Votre commune est hors de son territoire"
        case .invitation: "Sur invitation du réseau"
        case .noTeam(let zone): zone.isEmpty ? "Personne n’y répond encore" : "Personne n’y répond encore pour \(zone)"
        }
    }
}

extension Offer.Service {
    var word: String {
        switch self {
        case .opinion: "Avis"
        case .examination: "Examen"
        case .consultation: "Consultation"
        case .dayHospital: "Hôpital de jour"
        case .admission: "Admission directe"
        }
    }
}

extension Offer.Channel.Kind {
    var word: String {
        switch self {
        case .opinion: "Avis"
        case .appointment: "Rendez-vous"
        case .telephone: "Téléphone"
        case .video: "Vidéo"
        }
    }
}

extension Offer {
    /// « Urgent sous 24 h · Priorité sous 48 h · Simple sous 7 jours ».
    var promisesInWords: String {
        Urgency.allCases.reversed().map { "\($0.word) \(target(for: $0).words)" }.joined(separator: " · ")
    }

    /// « de 9 h à 12 h 30 et de 14 h à 19 h », « toute la journée », « fermée ».
    func hours(on day: CivilDate, _ holidays: FrenchHolidays) -> String {
        guard let hours else { return "toute la journée" }
        let ranges = hours.ranges(on: day, holidays: holidays)
        if ranges == [.wholeDay] { return "toute la journée" }
        if ranges.isEmpty { return "fermée" }
        return French.list(ranges.map { "de \(French.hour($0.from)) à \(French.hour($0.to))" })
    }
}

extension ObservedDelay {
    /// What it took lately, and on how many answers that rests.
    var words: String {
        guard isTelling else { return "pas encore assez de réponses" }
        return "réponse en \(French.duration(median)) une fois sur deux, \(shareInTime)\u{A0}% dans le délai "
            + "(\(French.count(counted, "demande", "demandes")), 90\u{A0}jours)"
    }
}

extension French {
    /// « 9 h », « 12 h 30 », from minutes since midnight.
    static func hour(_ minute: Int) -> String {
        minute % 60 == 0 ? "\(minute / 60)\u{A0}h" : "\(minute / 60)\u{A0}h\u{A0}\(two(minute % 60))"
    }

    /// « sur place », « à 12 km », « à moins de 1 km ».
    static func distance(_ kilometres: Double) -> String {
        switch kilometres {
        case 0: "dans votre secteur"
        case ..<1: "à moins de 1\u{A0}km"
        default: "à \(grouped(Int(kilometres.rounded())))\u{A0}km"
        }
    }
}

extension RequestOrigin {
    var word: String {
        switch self {
        case .direct: "Directe"
        case .unscheduledCare: "Régulation du SAS"
        case .school: "Médecine scolaire"
        case .maternalAndChildHealth: "PMI"
        case .occupational: "Médecine du travail"
        case .coordination: "CPTS ou DAC"
        case .nursingHome: "EHPAD"
        }
    }
}
