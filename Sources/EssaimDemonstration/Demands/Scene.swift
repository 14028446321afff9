import EssaimDomain

/// One demand of the demonstration: what was asked by whom, and what became of it since.
struct Scene: Sendable {
    enum Line: Sendable {
        case lesion, eruption

        var offer: Identifier<Offer> {
            switch self {
            case .lesion: "oncobreizh/lesion-suspecte"
            case .eruption: "oncobreizh/eruption"
            }
        }
    }

    enum Photos: Sendable {
        case lesion, plaque
        case impossible(String)
        /// Of a draft: not yet taken.
        case none

        var pictures: [(slot: String, name: String, picture: Picture)] {
            switch self {
            case .lesion: [("centered", "centree.jpg", .lesionCentered), ("wide", "large.jpg", .lesionWide)]
            case .plaque: [("centered", "centree.jpg", .plaqueCentered), ("wide", "large.jpg", .plaqueWide)]
            case .impossible, .none: []
            }
        }

        var impossible: String { if case .impossible(let reason) = self { reason } else { "" } }
    }

    /// Login of who writes it.
    let asker: String
    let line: Line
    let patient: FictionalPatient
    let urgency: Urgency
    let question: String
    let context: String
    let treatments: String
    let wish: Wish
    let form: FormAnswers
    let photos: Photos
    let steps: [Step]

    init(
        _ asker: String, _ line: Line, _ patient: FictionalPatient, _ urgency: Urgency = .routine, question: String,
        context: String = "", treatments: String = "", wish: Wish = .opinion, form: FormAnswers, photos: Photos,
        _ steps: [Step]
    ) {
        self.asker = asker
        self.line = line
        self.patient = patient
        self.urgency = urgency
        self.question = question
        self.context = context
        self.treatments = treatments
        self.wish = wish
        self.form = form
        self.photos = photos
        self.steps = steps
    }

    /// About forty, in every state.
    static let all: [Scene] = drafts + waitingInTheWest + waitingElsewhere + underway + unread + toClose + ended

    var content: RequestContent {
        RequestContent(
            patient: patient.typed, question: question, context: context, treatments: treatments, urgency: urgency,
            wish: wish, treatingDoctor: .requester, residence: isSent ? residence : nil, form: form,
            photographsImpossible: photos.impossible,
            consentGiver: isSent ? .patient : nil)
    }

    /// Patients live where they are looked after.
    private var residence: String? {
        Place.all.first { $0.members.contains { $0.member.login == asker } }.map { "\($0.commune) \($0.communeName)" }
    }

    /// It left the draft.
    var isSent: Bool { steps.contains { if case .send = $0.deed { true } else { false } } }

    /// The patient as the structure already knows them, with their INS; nil for a draft.
    func registered(_ index: Int, in cast: Cast, at now: Instant) -> Patient? {
        guard isSent, let structure = cast.structure(of: asker), let birthDate = CivilDate.parse(patient.birthDate)
        else {
            return nil
        }
        let traits = PatientTraits(
            birthFamilyName: patient.familyName, firstGivenName: patient.givenName,
            usedFamilyName: patient.usedName.isEmpty ? nil : patient.usedName, birthDate: birthDate, sex: patient.sex)
        return Patient(
            id: .new(at: now), structure: structure.id, traits: traits,
            ins: FictionalNumbers.ins(index, birthDate: birthDate, sex: patient.sex),
            // Of one in three it is still to be asked.
            claimNIR: index.isMultiple(of: 3)
                ? nil : FictionalNumbers.ins(index, birthDate: birthDate, sex: patient.sex)?.matricule)
    }
}

/// Someone who does not exist.
struct FictionalPatient: Sendable {
    let familyName: String
    let givenName: String
    let birthDate: String
    let sex: PatientTraits.Sex
    let usedName: String

    /// - Parameter birthDate: `12/08/1958`.
    init(
        _ familyName: String, _ givenName: String, _ birthDate: String, _ sex: PatientTraits.Sex,
        used usedName: String = ""
    ) {
        self.familyName = familyName
        self.givenName = givenName
        self.birthDate = birthDate
        self.sex = sex
        self.usedName = usedName
    }

    var typed: TypedPatient {
        TypedPatient(
            birthFamilyName: familyName, usedFamilyName: usedName, firstGivenName: givenName, birthDate: birthDate,
            sex: sex.rawValue)
    }
}

extension FormAnswers {
    /// Answers to `protocols/dermatologie.json`, by its codes.
    static func skin(
        _ suspicion: String, _ site: String, _ since: String, side: String = "", signs: [String] = [],
        change: String = "",
        size: Int? = nil, tried: String = ""
    ) -> FormAnswers {
        [
            "suspicion": [suspicion], "site": [site], "since": [since], "side": [side], "signs": signs,
            "change": [change], "size": [size.map(String.init) ?? ""], "tried": [tried],
        ]
    }
}
