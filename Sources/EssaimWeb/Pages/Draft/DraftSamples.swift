import EssaimDomain

extension DraftModel {
    private static let now = PageClock.sample.now

    static let pledges = [
        Pledge(urgency: .urgent, promise: .by(now + .hours(24))),
        Pledge(urgency: .priority, promise: .by(now + .hours(48) + .minutes(35))),
        Pledge(urgency: .routine, promise: .by(now + .days(7))),
    ]

    /// Half filled, no error yet.
    static let sample = DraftModel(
        id: "sample", seal: .sample, line: "Dermatologie", network: "OncoBreizh",
        content: RequestContent(
            patient: TypedPatient(
                birthFamilyName: "Fictive-Le Roux", usedFamilyName: "Kerbrat", firstGivenName: "Yvonne",
                birthDate: "12/08/1958", sex: "female"),
            question:
                "Lésion pigmentée du dos, change depuis six semaines\u{A0}: faut-il la retirer sans attendre\u{A0}?",
            context: "Mère opérée d’un mélanome à 60 ans. Bon état général.", treatments: "Amlodipine. Pas d’allergie.",
            urgency: .urgent, consentGiver: .patient),
        commune: "22113 Lannion", form: FormItem.samples, guidance: .sample,
        hasNewForm: true, pledges: pledges, slots: PhotoSlotModel.samples,
        savedAt: now - .minutes(2))

    static let blankSample = DraftModel(
        id: "sample", seal: .sample, line: "Dermatologie", network: "OncoBreizh", content: RequestContent(),
        commune: "22113 Lannion",
        form: FormItem.samples.map { item in
            var item = item
            item.values = []
            return item
        }, pledges: pledges,
        slots: PhotoSlotModel.samples.map { slot in
            var slot = slot
            slot.photos = []
            slot.error = nil
            return slot
        })

    /// Sent back with what is wrong, field by field; urgent cannot be promised.
    static let faultySample = DraftModel(
        id: "sample", seal: .sample, line: "Dermatologie", network: "OncoBreizh",
        content: RequestContent(
            patient: TypedPatient(birthFamilyName: "Le Roux", birthDate: "31/02/1958"), urgency: .priority),
        commune: "22113 Lannion",
        faults: [
            FieldFault(field: DraftField.firstGivenName, message: "Le prénom manque."),
            FieldFault(field: DraftField.birthDate, message: "Le 31 février n’existe pas\u{A0}: vérifiez le jour."),
            FieldFault(field: DraftField.question, message: "La question manque\u{A0}: une phrase suffit."),
            FieldFault(field: "form.suspicion", message: "Choisissez une suspicion, même incertaine."),
            FieldFault(field: DraftField.consent, message: "Le patient doit être informé et d’accord."),
        ],
        form: DraftModel.blankSample.form,
        pledges: [
            Pledge(urgency: .urgent, promise: .tooLate(opensAt: now + .hours(42), phone: "02 00 00 00 00")),
            pledges[1], pledges[2],
        ], slots: PhotoSlotModel.samples, savedAt: now - .minutes(2),
        twins: [
            Twin(
                path: .request("r9"),
                words: "Dermatologie, demande 0B7H-23KM\u{A0}: à prendre, envoyée hier 14\u{A0}h\u{A0}20")
        ])
}
