import EssaimDomain

/// The French words of the field's values: one table, so that two pages never name a thing differently.
extension Urgency {
    /// « Urgent », « Priorité », « Simple ».
    public var word: String {
        switch self {
        case .routine: "Simple"
        case .priority: "Priorité"
        case .urgent: "Urgent"
        }
    }
}

extension RequestState {
    /// The state in one or two words.
    public var word: String {
        switch self {
        case .draft: "Brouillon"
        case .submitted: "À prendre"
        case .taken: "Prise"
        case .awaitingInformation: "Précision attendue"
        case .answered: "Répondue"
        case .closed: "Close"
        case .declined: "Déclinée"
        case .cancelled: "Annulée"
        }
    }
}

extension Orientation {
    /// The short name on a key.
    public var word: String {
        switch self {
        case .managedRemotely: "Avis seul"
        case .furtherTests: "Examens complémentaires"
        case .plannedConsultation: "Consultation programmée"
        case .quickConsultation: "Consultation rapide"
        case .teleconsultation: "Téléconsultation"
        case .dayHospital: "Hôpital de jour"
        case .directAdmission: "Hospitalisation directe"
        case .emergencyDepartment: "Urgences"
        case .otherSpecialty: "Autre spécialité"
        case .multidisciplinaryMeeting: "RCP"
        case .pathway: "Parcours, équipe mobile"
        }
    }

    /// What the word means, on hover and under the chosen key.
    public var explanation: String {
        switch self {
        case .managedRemotely: "Le demandeur poursuit la prise en charge avec cet avis."
        case .furtherTests: "Des examens sont à faire avant de conclure."
        case .plannedConsultation: "À voir en consultation, dans le délai que vous fixez."
        case .quickConsultation: "À voir dans les jours qui viennent. La ligne qui reçoit doit accuser réception."
        case .teleconsultation: "À voir à distance, avec le patient."
        case .dayHospital: "Bilan ou geste en hôpital de jour. La ligne qui reçoit doit accuser réception."
        case .directAdmission: "Hospitalisation sans passage aux urgences. La ligne qui reçoit doit accuser réception."
        case .emergencyDepartment: "À adresser aux urgences maintenant. La ligne qui reçoit doit accuser réception."
        case .otherSpecialty: "La question relève d’une autre spécialité."
        case .multidisciplinaryMeeting: "À discuter en réunion de concertation pluridisciplinaire."
        case .pathway: "Équipe mobile, soins de support, éducation thérapeutique, DAC."
        }
    }
}

extension Loop.Advice {
    public var word: String {
        switch self {
        case .followed: "Suivi"
        case .partly: "Suivi en partie"
        case .notFollowed: "Non suivi"
        }
    }
}

extension Loop.Otherwise {
    /// *Sinon, vous auriez fait… ?*
    public var word: String {
        switch self {
        case .referral: "Adressé en consultation"
        case .emergency: "Adressé aux urgences"
        case .otherOpinion: "Demandé un autre avis"
        case .alone: "Traité seul"
        case .other: "Autre chose"
        }
    }
}

extension Gravity {
    /// The short name on a key, in the answer and in the report.
    public var word: String {
        switch self {
        case .benign: "Bénin"
        case .watch: "À surveiller"
        case .serious: "Sérieux"
        case .suspectedCancer: "Suspicion de cancer"
        }
    }
}

extension Wish {
    public var word: String {
        switch self {
        case .opinion: "Un avis seulement"
        case .takeOver: "Que le spécialiste prenne le relais"
        case .appointment: "Un rendez-vous"
        }
    }
}

extension Consent.Giver {
    public var word: String {
        switch self {
        case .patient: "le patient"
        case .legalRepresentative: "le représentant légal"
        case .guardian: "le tuteur ou la tutrice"
        }
    }
}

extension Consent.Means {
    public var word: String {
        switch self {
        case .orally: "oralement"
        case .inWriting: "par écrit"
        }
    }
}

extension Profession {
    public var word: String {
        switch self {
        case .doctor: "médecin"
        case .pharmacist: "pharmacien"
        case .audioprosthetist: "audioprothésiste"
        case .dentist: "chirurgien-dentiste"
        case .midwife: "sage-femme"
        case .nurse: "infirmier"
        case .physiotherapist: "masseur-kinésithérapeute"
        case .podiatrist: "pédicure-podologue"
        case .speechTherapist: "orthophoniste"
        case .orthoptist: "orthoptiste"
        case .none: "équipe du réseau"
        }
    }
}
