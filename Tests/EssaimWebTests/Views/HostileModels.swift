import EssaimDomain

@testable import EssaimWeb

/// Every page with a hostile text in every field that holds one.
enum HostileModels {
    static let payloads = [
        "<x-script>alert(1)</x-script>", "\"\u{301} onfocus=x-alert(1) autofocus y=\"\u{301}",
        "'><x-img src=x onerror=a>",
        "</textarea></title></x-end><x-svg/onload=a>", "javascript:x-alert(1)", "<!--x-", "\u{202E}\0x-<b>&lt;",
        "../../x-?a=b&c=d#e",
    ]

    static func pages(_ x: String) -> [(name: String, bytes: [UInt8])] {
        let frame = frame(x)
        return [
            ("connexion", LoginView(login(x), in: frame).rendered()),
            ("demo", PersonasView(personas(x), in: frame).rendered()),
            ("demandes", WorklistView(worklist(x), in: frame).rendered()),
            ("nouvelle", OffersView(offers(x), in: frame).rendered()),
            ("brouillon", DraftView(draft(x), in: frame).rendered()),
            ("alerte", RedFlagView(redFlag(x), in: frame).rendered()),
            ("verifier", SummaryView(summary(x), in: frame).rendered()),
            ("demande", RequestView(request(x), in: frame).rendered()),
            ("acces", TrailView(trail(x), in: frame).rendered()),
            ("acces-urgence", EmergencyView(emergency(x), in: frame).rendered()),
            ("profil", ProfileView(profile(x), in: frame).rendered()),
            ("profil-confirmer", ConfirmMailView(.init(seal: seal(x), path: .confirmMail(x)), in: frame).rendered()),
            ("journal", JournalView(journal(x), in: frame).rendered()),
            ("repondre", ReplyView(reply(x), in: frame).rendered()),
            ("phrases", PhrasesView(phrases(x), in: frame).rendered()),
            ("disponibilites", AvailabilityView(availability(x), in: frame).rendered()),
            ("gardes", DutiesView(duties(x), in: frame).rendered()),
            ("planning", RotaView(rota(x), in: frame).rendered()),
            ("garde", DutyView(duty(x), in: frame).rendered()),
            ("conflit", ConflictView(conflict(x), in: frame).rendered()),
            ("copie", RecordCopyView(recordCopy(x), in: frame).rendered()),
            ("fiche-patient", PatientSheetView(sheet(x), in: frame).rendered()),
            ("signaler", ProblemView(problem(x), in: frame).rendered()),
            ("problemes", ProblemsView(problems(x), in: frame).rendered()),
            ("erreur", FaultView(fault(x), in: frame).rendered()),
        ]
    }

    private static let now = PageClock.sample.now

    static func seal(_ x: String) -> FormSeal { FormSeal(csrf: x, key: x, version: 1) }

    static func frame(_ x: String) -> PageFrame {
        PageFrame(
            clock: .sample, network: x, navigation: [.init(title: x, path: .request(x), isCurrent: true)],
            account: .init(name: x, role: x, links: [.init(title: x, path: .request(x))], seal: seal(x)),
            isDemonstration: true,
            notice: Notice(
                .done, x, undo: .init(title: x, path: .act(x, x), seal: seal(x)),
                link: .init(title: x, path: .request(x))))
    }

    static func login(_ x: String) -> LoginModel {
        LoginModel(
            seal: seal(x), identifier: x, error: x,
            resume: .init(path: .reply(x), fields: [.init(name: x, value: x)], what: x), offersPersonas: true)
    }

    static func personas(_ x: String) -> PersonasModel {
        PersonasModel(
            seal: seal(x), groups: [.init(title: x, personas: [.init(id: x, name: x, role: x, note: x)])])
    }

    static func status(_ x: String) -> StatusModel {
        StatusModel(state: .submitted, next: x, step: x, until: now, isYours: true)
    }

    static func worklist(_ x: String) -> WorklistModel {
        WorklistModel(
            tabs: [.init(title: x, path: .worklist(view: x), count: 3, isCurrent: true, isPressing: true)],
            rows: [
                .init(
                    path: .request(x), deadline: .urgentSample, title: x, line: x, zone: x, patient: x, patientName: x,
                    photoCount: 2, status: status(x), who: x, at: now)
            ], next: .worklist(view: x, after: x), first: .worklist(view: x), mayAsk: true,
            notices: [.init(who: x, number: x, at: now, trail: .trail(x))], trace: x)
    }

    static func offers(_ x: String) -> OffersModel {
        let open = OffersModel.Card(
            id: x, title: x, summary: x, network: x, pool: x, promises: [.init(urgency: .urgent, delay: x)],
            seal: seal(x))
        var closed = open
        closed.availability = .closed(reason: x, otherWay: x)
        return OffersModel(cards: [open, closed], empty: empty(x))
    }

    static func empty(_ x: String) -> EmptyModel {
        EmptyModel(title: x, text: x, link: .init(title: x, path: .request(x)))
    }

    static func items(_ x: String) -> [FormItem] {
        let options = [FormItem.Option(code: x, label: x)]
        let kinds: [FormItem.Kind] = [
            .choice(options), .choice(Array(repeating: options[0], count: 9)), .multipleChoice(options), .boolean,
            .integer, .decimal, .text(isLong: false), .text(isLong: true), .date,
        ]
        let plain = kinds.enumerated().map { index, kind in
            FormItem(
                id: "\(index)\(x)", label: x, kind: kind, help: x, unit: x, isRequired: true, values: [x],
                isRedFlag: true, condition: .init(item: x, values: [x, x]))
        }
        return plain
            + [true, false].map { isMeasure in
                FormItem(
                    id: "groupe-\(isMeasure)\(x)", label: x,
                    kind: .group(plain.map { renamed($0, "-\(isMeasure)") }, isMeasure: isMeasure), help: x)
            }
    }

    private static func renamed(_ item: FormItem, _ end: String) -> FormItem {
        var item = item
        item.id += end
        return item
    }

    static func photo(_ x: String) -> PhotoModel {
        PhotoModel(
            id: x, path: .photo(x, x), thumbnail: .photo(x, x), pages: [.photo(x, x), .photo(x, "1")], label: x,
            name: x, taken: x, added: x, width: -1, height: 0, size: x,
            removal: .init(path: .removePhoto(x, x), seal: seal(x)))
    }

    /// Each kind, and one that waits.
    static func photos(_ x: String) -> [PhotoModel] {
        [PhotoModel.Kind.image, .document, .text].flatMap { kind in
            [false, true].map { isWaiting in
                var photo = photo(x)
                photo.kind = kind
                photo.isWaiting = isWaiting
                photo.removal = nil
                return photo
            }
        }
    }

    static func draft(_ x: String) -> DraftModel {
        DraftModel(
            id: x, seal: seal(x), line: x, network: x,
            content: RequestContent(
                patient: TypedPatient(
                    birthFamilyName: x, usedFamilyName: x, firstGivenName: x, birthDate: x, sex: x), question: x,
                context: x, treatments: x, treatingDoctor: .named(x), residence: x,
                photographsImpossible: x, consentGiver: .guardian, consentMeans: .inWriting), commune: x,
            faults: [FieldFault(field: x, message: x), FieldFault(field: DraftField.question, message: x)],
            form: items(x),
            pledges: [
                .init(urgency: .urgent, promise: .tooLate(opensAt: now, phone: x)),
                .init(urgency: .routine, promise: .by(now)),
            ],
            slots: [
                .init(
                    slot: x, label: x, help: x, isRequired: true, path: .photos(x), seal: seal(x), error: x,
                    photos: [photo(x)])
            ], savedAt: now, twins: [.init(path: .request(x), words: x)],
            origin: .init(words: x, path: .request(x)), discard: action(x))
    }

    static func action(_ x: String) -> ActionForm {
        let option = ActionField.Option(value: x, label: x)
        let kinds: [ActionField.Kind] = [
            .shortText, .longText(limit: 10), .date, .choice([option]), .list([option]), .tick, .hidden,
        ]
        return ActionForm(
            id: x, title: x, path: .act(x, x), seal: seal(x), explanation: x,
            fields: kinds.enumerated().map { index, kind in
                ActionField(name: "\(index)\(x)", label: x, help: x, kind: kind, value: x, error: x, isRequired: true)
            }, submit: x, isOpen: true)
    }

    static func redFlag(_ x: String) -> RedFlagModel {
        RedFlagModel(messages: [x], phone: x, line: x, back: .draft(x))
    }

    static func patient(_ x: String) -> PatientBannerModel {
        PatientBannerModel(
            givenName: x, usedName: x, birthName: x, birthDate: x, age: x, sex: .unknown, matricule: x,
            isDemonstration: true)
    }

    static func summary(_ x: String) -> SummaryModel {
        SummaryModel(
            id: x, seal: seal(x), line: x, recipient: x, patient: patient(x), urgency: .priority, promisedBy: now,
            parts: [.init(title: x, lines: [.init(label: x, value: x)], edit: .draft(x).at(x))], photos: [photo(x)],
            missing: [.init(message: x, path: .draft(x))], remarks: [x])
    }

    static func content(_ x: String) -> RequestModel.Content {
        RequestModel.Content(
            number: x, line: x, zone: x, patient: patient(x), deadline: .lateSample, status: status(x), sentAt: now,
            asker: x, wish: .takeOver, question: x, context: x, treatments: x,
            answers: [.init(label: x, value: x, matters: true), .init(label: x, value: x)],
            photos: [photo(x)] + photos(x), earlier: [.init(title: x, photos: photos(x))],
            photographsImpossible: x, consent: x, treatingDoctor: x, residence: x,
            thread: ThreadModel(items: [
                .message(.init(at: now, author: x, act: x, text: x, isMine: true)), .event(.init(at: now, text: x)),
                .event(.init(at: now, text: x)),
            ]))
    }

    static func request(_ x: String) -> RequestModel {
        RequestModel(
            id: x, content: content(x),
            advice: .init(
                expert: x, at: now, version: 2, text: x, orientation: .furtherTests, limits: x, seeBefore: x,
                gravity: .serious, reason: x),
            ending: x, reports: [.init(version: 1, path: .report(x, version: 1), issuedAt: now, isReplaced: true)],
            acts: [.init(code: x, amount: x, professional: x, note: x)], apc: x, actions: [action(x)],
            slots: [.init(slot: x, label: x, path: .photos(x), seal: seal(x))], record: recordBox(x),
            links: [.init(words: x, path: .request(x)), .init(words: x)], reply: .reply(x),
            trail: .trail(x, before: x),
            emergencies: [.init(who: x, at: now), .init(who: x, at: now)],
            emergencyUntil: now)
    }

    static func reply(_ x: String) -> ReplyModel {
        ReplyModel(
            id: x, seal: seal(x), content: content(x), text: x, orientation: nil, limits: x, seeBefore: x,
            faults: [FieldFault(field: ReplyModel.textName, message: x)], savedAt: now, phrases: [phrase(x)],
            hasNext: true,
            otherActions: [action(x)])
    }

    static func conflict(_ x: String) -> ConflictModel {
        ConflictModel(
            what: x, at: now, mine: [.init(label: x, value: x)], theirs: [.init(label: x, value: x)],
            back: .request(x), backTitle: x, again: action(x))
    }

    static func fault(_ x: String) -> FaultModel {
        FaultModel(title: x, why: x, whatToDo: x, reference: x, link: .init(title: x, path: .request(x)))
    }
}
