extension RequestContent {
    private enum CodingKeys: String, CodingKey {
        case patient, question, context, treatments, urgency, wish, treatingDoctor, residence, form,
            writtenWith, photographsImpossible
        case consentGiver, consentMeans, isOpposedToSharing, isInpatient, wishedExpert, subSpecialty, inNameOf, origin
    }

    public init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            patient: try kept.decode(TypedPatient.self, forKey: .patient),
            question: try kept.decode(String.self, forKey: .question),
            context: try kept.decode(String.self, forKey: .context),
            treatments: try kept.decode(String.self, forKey: .treatments),
            urgency: try kept.decode(Urgency.self, forKey: .urgency), wish: try kept.decode(Wish.self, forKey: .wish),
            treatingDoctor: try kept.decode(TreatingDoctor.self, forKey: .treatingDoctor),
            residence: try kept.decodeIfPresent(String.self, forKey: .residence),
            form: try kept.decode(FormAnswers.self, forKey: .form),
            writtenWith: try kept.decodeIfPresent(FormEdition.self, forKey: .writtenWith),
            photographsImpossible: try kept.decode(String.self, forKey: .photographsImpossible),
            consentGiver: try kept.decodeIfPresent(Consent.Giver.self, forKey: .consentGiver),
            consentMeans: try kept.decode(Consent.Means.self, forKey: .consentMeans),
            isOpposedToSharing: try kept.decodeIfPresent(Bool.self, forKey: .isOpposedToSharing) ?? false,
            isInpatient: try kept.decodeIfPresent(Bool.self, forKey: .isInpatient) ?? false,
            wishedExpert: try kept.decodeIfPresent(Identifier<Person>.self, forKey: .wishedExpert),
            subSpecialty: try kept.decodeIfPresent(Identifier<SubSpecialty>.self, forKey: .subSpecialty),
            inNameOf: try kept.decodeIfPresent(Identifier<Person>.self, forKey: .inNameOf),
            origin: try kept.decodeIfPresent(RequestOrigin.self, forKey: .origin))
    }

    /// What was not ticked is absent: a demand kept before it was asked reads and writes the same.
    public func encode(to encoder: any Encoder) throws {
        var kept = encoder.container(keyedBy: CodingKeys.self)
        try kept.encode(patient, forKey: .patient)
        try kept.encode(question, forKey: .question)
        try kept.encode(context, forKey: .context)
        try kept.encode(treatments, forKey: .treatments)
        try kept.encode(urgency, forKey: .urgency)
        try kept.encode(wish, forKey: .wish)
        try kept.encode(treatingDoctor, forKey: .treatingDoctor)
        try kept.encodeIfPresent(residence, forKey: .residence)
        try kept.encode(form, forKey: .form)
        try kept.encodeIfPresent(writtenWith, forKey: .writtenWith)
        try kept.encode(photographsImpossible, forKey: .photographsImpossible)
        try kept.encodeIfPresent(consentGiver, forKey: .consentGiver)
        try kept.encode(consentMeans, forKey: .consentMeans)
        if isOpposedToSharing { try kept.encode(true, forKey: .isOpposedToSharing) }
        if isInpatient { try kept.encode(true, forKey: .isInpatient) }
        try kept.encodeIfPresent(wishedExpert, forKey: .wishedExpert)
        try kept.encodeIfPresent(subSpecialty, forKey: .subSpecialty)
        try kept.encodeIfPresent(inNameOf, forKey: .inNameOf)
        try kept.encodeIfPresent(origin, forKey: .origin)
    }
}
