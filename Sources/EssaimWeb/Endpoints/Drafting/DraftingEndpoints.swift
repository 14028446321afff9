import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes/nouvelle, POST /demandes | may ask |
    /// | GET, POST /demandes/{id}/brouillon · verifier · abandonner | edit draft |
    /// | POST /demandes/{id}/envoyer | send draft |
    static let drafting: [Endpoint] = [
        Endpoint(.get, "/demandes/nouvelle", MayAsk.self) { grant, _ in
            let (lines, isDemonstration) = try await grant.lines()
            let page = grant.page(isDemonstration: isDemonstration)
            let model = OffersModel(cards: lines.map { OffersModel.Card($0, page) })
            return .page(OffersView(model, in: page.frame(current: .newRequest)))
        },
        Endpoint(.post, "/demandes", MayAsk.self, pace: .beginning) { grant, input in
            let line = Identifier<Offer>(input.form.first(OffersModel.lineName) ?? "")
            switch try await grant.openDraft(line, input.seal) {
            case .success(let receipt): return .seeOther(SitePath.draft(receipt.request.rawValue))
            case .failure(.notFound): return nil
            // Said on the page of lines, card by card.
            case .failure: return .seeOther(SitePath.newRequest)
            }
        },
        Endpoint(.get, "/demandes/{id}/brouillon", EditDraft.self) { grant, input in
            let file = try await grant.open(input)
            let page = grant.page(file)
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(DraftView(DraftModel(file, page), in: page.frame(current: .newRequest, notice: notice)))
        },
        Endpoint(.post, "/demandes/{id}/brouillon", EditDraft.self) { grant, input in
            try await grant.saveDraft(input)
        },
        Endpoint(.get, "/demandes/{id}/verifier", EditDraft.self) { grant, input in
            let file = try await grant.open(input)
            return grant.summary(file)
        },
        Endpoint(.post, "/demandes/{id}/envoyer", SendDraft.self) { grant, input in
            try await grant.send(input)
        },
        Endpoint(.post, "/demandes/{id}/abandonner", EditDraft.self) { grant, input in
            switch try await grant.discard(input.seal) {
            case .success: return .seeOther(SitePath.worklist(view: WorklistTab.drafts.rawValue).done("abandonner"))
            case .failure(let refusal): return try await grant.refused(refusal, content: nil, input)
            }
        },
    ]
}

extension Grant where P == EditDraft {
    private var id: String { fact.request.id.rawValue }

    fileprivate func saveDraft(_ input: Input) async throws -> Reply? {
        var content = RequestContent(input.form)
        if input.form.first(DraftField.next) == DraftField.takesNewForm {
            content.writtenWith = try await open(input).newForm
        }
        switch try await perform(.edit(content), input.seal) {
        case .success(let receipt):
            if input.isAutosave {
                var reply = Reply(204, contentType: "text/plain; charset=utf-8")
                reply.version = receipt.version
                return reply
            }
            let isChecking = input.form.first(DraftField.next) == "verifier"
            return .seeOther(isChecking ? SitePath.verify(id) : SitePath.draft(id).done("enregistrer"))
        case .failure(let refusal):
            if input.isAutosave { return Reply(409, contentType: "text/plain; charset=utf-8") }
            return try await refused(refusal, content: content, input)
        }
    }

    fileprivate func summary(_ file: RequestFile) -> Reply { .summary(file, page(file)) }

    private func drafted(faults: [FieldFault], _ input: Input) async throws -> Reply {
        let file = try await open(input)
        let page = page(file)
        return .page(
            DraftView(DraftModel(file, page, faults: faults), in: page.frame(current: .newRequest)), status: 422)
    }

    fileprivate func refused(
        _ refusal: Refusal, content: RequestContent?, _ input: Input
    ) async throws -> Reply? {
        let file = try await open(input)
        let page = page(file)
        switch refusal {
        case .notFound: return nil
        // A form gone back to and sent again with other words is a second writing, as a colleague's would be.
        case .stale, .keyReused:
            let model = ConflictModel(file, page, mine: content, file.request.version)
            return .page(ConflictView(model, in: page.frame()), status: 409)
        case .faults(let faults): return try await drafted(faults: faults, input)
        case .redFlags(let flags): return .redFlag(flags, file, page)
        default: return .page(FaultView(FaultModel(refusal, back: .draft(id)), in: page.frame()), status: 409)
        }
    }
}

extension Grant where P == SendDraft {
    fileprivate func send(_ input: Input) async throws -> Reply? {
        let path = SitePath.request(fact.request.id.rawValue)
        switch try await submit(input.seal) {
        case .success(let receipt): return .seeOther(SitePath.request(receipt.request.rawValue).done("envoyer"))
        case .failure(.notFound): return nil
        case .failure(let refusal):
            let file = try await open(input)
            let page = page(file)
            switch refusal {
            case .faults, .lineOpensTooLate, .redFlags: return .summary(file, page, status: 422)
            case .stale where file.request.state == .draft: return .summary(file, page, status: 409)
            default: return .page(FaultView(FaultModel(refusal, back: path), in: page.frame()), status: 409)
            }
        }
    }
}

extension Reply {
    /// What will leave, or the red flag that stops it.
    fileprivate static func summary(_ file: RequestFile, _ page: PageMaking, status: Int = 200) -> Reply {
        let check = RequestCheck(
            file.request.content, form: file.form, attachments: file.attachments, today: page.clock.today)
        if !check.redFlags.isEmpty { return redFlag(check.redFlags, file, page) }
        return .page(SummaryView(SummaryModel(file, page), in: page.frame(current: .newRequest)), status: status)
    }

    fileprivate static func redFlag(_ flags: [RedFlag], _ file: RequestFile, _ page: PageMaking) -> Reply {
        let model = RedFlagModel(
            messages: flags.map(\.message), phone: file.network.phone,
            line: "\(file.offer?.title ?? ""), \(file.network.name)", back: .draft(file.request.id.rawValue))
        return .page(RedFlagView(model, in: page.frame()), status: 422)
    }
}

extension ConflictModel {
    /// A colleague saved this draft meanwhile: both versions, and mine over theirs by one button.
    fileprivate init(_ file: RequestFile, _ page: PageMaking, mine: RequestContent?, _ current: Int) {
        let now = file.request.content
        let id = file.request.id.rawValue
        func texts(_ content: RequestContent) -> [(String, String, String)] {
            [
                (DraftField.birthFamilyName, "Nom de naissance", content.patient.birthFamilyName),
                (DraftField.firstGivenName, "Prénom", content.patient.firstGivenName),
                (DraftField.birthDate, "Date de naissance", content.patient.birthDate),
                (DraftField.question, "Question", content.question),
                (DraftField.context, "Contexte", content.context),
                (DraftField.treatments, "Traitements et allergies", content.treatments),
            ]
        }
        let ours = texts(mine ?? now)
        let differing = zip(ours, texts(now)).filter { mine != nil && $0.0.2 != $0.1.2 }
        self.init(
            what: "Ce brouillon a été enregistré ailleurs (par un collègue, ou dans un autre onglet)", at: nil,
            mine: differing.map { Text(label: $0.0.1, value: $0.0.2) },
            theirs: differing.map { Text(label: $0.1.1, value: $0.1.2) }, back: .draft(id),
            backTitle: "Rouvrir le brouillon",
            again: mine.map { mine in
                ActionForm(
                    id: "remplacer", title: "Enregistrer ma version à la place", path: .draft(id),
                    seal: page.seal(version: current), fields: mine.hiddenFields)
            })
    }
}

extension RequestContent {
    /// The draft's form again, unseen.
    fileprivate var hiddenFields: [ActionField] {
        var pairs = [
            (DraftField.birthFamilyName, patient.birthFamilyName), (DraftField.usedFamilyName, patient.usedFamilyName),
            (DraftField.firstGivenName, patient.firstGivenName), (DraftField.birthDate, patient.birthDate),
            (DraftField.sex, patient.sex), (DraftField.claimNumber, patient.claimNumber),
            (DraftField.birthRank, patient.birthRank),
            (DraftField.question, question), (DraftField.context, context),
            (DraftField.treatments, treatments), (DraftField.urgency, urgency.rawValue),
            (DraftField.wish, wish.rawValue),
            (DraftField.photographsImpossible, photographsImpossible), (DraftField.consentMeans, consentMeans.rawValue),
        ]
        switch treatingDoctor {
        case .unsaid: break
        case .requester: pairs.append((DraftField.treatingDoctor, "requester"))
        case .none: pairs.append((DraftField.treatingDoctor, "none"))
        case .named(let name):
            pairs += [(DraftField.treatingDoctor, "named"), (DraftField.treatingDoctorName, name)]
        }
        if let residence { pairs.append((DraftField.residence, residence)) }
        if let inNameOf { pairs.append((DraftField.inNameOf, inNameOf.rawValue)) }
        if let origin { pairs.append((DraftField.origin, origin.rawValue)) }
        if let consentGiver {
            pairs += [(DraftField.consent, "oui"), (DraftField.consentGiver, consentGiver.rawValue)]
        }
        if isOpposedToSharing { pairs.append((DraftField.opposition, "oui")) }
        if isInpatient { pairs.append((DraftField.inpatient, "oui")) }
        for (id, values) in form.values.sorted(by: { $0.key < $1.key }) {
            pairs += values.map { (DraftField.formPrefix + id, $0) }
        }
        return pairs.map { ActionField(name: $0.0, label: "", kind: .hidden, value: $0.1) }
    }
}
