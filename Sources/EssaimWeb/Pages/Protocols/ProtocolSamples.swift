import EssaimDomain

extension ProtocolsModel {
    static let sample = ProtocolsModel(
        network: "sample", networkName: "OncoBreizh", mayWrite: true,
        own: [
            Line(
                title: "Lésion suspecte", path: .protocol("sample", "lesion"), state: "Version 2, en préparation",
                lines: ["Lésion suspecte\u{A0}: cancer de la peau"], isToBeReviewed: true)
        ],
        shipped: [
            Line(
                title: "Dermatologie", path: .protocols("sample"), state: "1.1.0",
                lines: ["Dermatologie\u{A0}: avis sur une éruption"])
        ], bases: [("dermatologie", "Dermatologie (fourni)")], seal: .sample)

    static let faultySample: ProtocolsModel = {
        var model = ProtocolsModel(
            network: "sample", networkName: "OncoBreizh", mayWrite: true, own: [], shipped: [], seal: .sample)
        model.file = "{}"
        model.faults = [FieldFault(field: ProtocolField.file, message: "title\u{A0}: Cet élément manque.")]
        return model
    }()
}

extension ProtocolModel {
    static let sample = ProtocolModel(
        id: "lesion", network: "sample", networkName: "OncoBreizh", mayWrite: true, state: "Version 2, en préparation",
        isPublished: false, title: "Lésion suspecte", whenToUse: "Une lésion de la peau qui vous inquiète.",
        testsFirst: "Deux photos nettes", banners: "", author: "Dr Anne Le Goff", reviewOn: "22/11/2026",
        isToBeReviewed: true,
        rows: [
            Row(
                id: "suspicion", label: "À quoi pensez-vous\u{A0}?", words: "Un choix, obligatoire", depth: 0,
                marks: [],
                path: .protocolQuestion("sample", "lesion", "suspicion")),
            Row(
                id: "change", label: "Ce qui a changé", words: "Texte court", depth: 0, marks: ["sous condition"],
                path: .protocolQuestion("sample", "lesion", "change")),
        ],
        slots: [.init(code: "wide", label: "Large", help: "La région entière.", minimum: 2, example: .wide)],
        lines: [Line(id: "lesion", title: "Lésion suspecte", isUsing: false)],
        versions: [
            Version(words: "Version 2, en préparation", at: PageClock.sample.now, by: "Dr Anne Le Goff"),
            Version(words: "Version 1, publiée", at: PageClock.sample.now, by: "Dr Anne Le Goff"),
        ], seal: .sample)

    static let staleSample: ProtocolModel = {
        var model = sample
        model.isStale = true
        return model
    }()

    static let readSample: ProtocolModel = {
        var model = sample
        (model.mayWrite, model.isPublished, model.state) = (false, true, "Version 2, publiée")
        return model
    }()
}

extension QuestionModel {
    static let sample: QuestionModel = {
        var model = QuestionModel(
            path: .protocolQuestion("sample", "lesion", "change"), back: .protocol("sample", "lesion"),
            formTitle: "Lésion suspecte", known: "change", seal: .sample)
        (model.id, model.label, model.kind) = ("change", "Ce qui a changé", KindName.choice.rawValue)
        model.options = "size = La taille\ncolour = La couleur"
        model.conditions = [Rule(question: "signs", test: TestName.equals.rawValue, value: "Change")]
        model.doors = [
            Rule(test: TestName.equals.rawValue, value: "La couleur", message: "Vue plus vite.", line: "lesion")
        ]
        model.questions = [Choice(value: "signs", label: "Ce qui se passe")]
        model.lines = [Choice(value: "lesion", label: "Lésion suspecte")]
        return model
    }()

    static let faultySample: QuestionModel = {
        var model = sample
        model.faults = [ProtocolFault.circularCondition(["change", "signs", "change"]).asFieldFault]
        return model
    }()
}
