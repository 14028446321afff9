import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes/{id} · compte-rendu/{file} | see request |
    /// | POST /demandes/{id}/<act> | act on request, then the transition table |
    static let requests: [Endpoint] =
        [
            Endpoint(.get, "/demandes/{id}", SeeRequest.self) { grant, input in
                let file = try await grant.open(input)
                let page = grant.page(file)
                let notice = input.query.first("fait").flatMap(DoneWords.notice)
                return .page(RequestView(RequestModel(file, page), in: page.frame(notice: notice)))
            },
            Endpoint(.get, "/demandes/{id}/compte-rendu/{file}", SeeRequest.self, pace: .export) { grant, input in
                let name = input.parameter("file")
                guard name.hasSuffix(".pdf"), let version = Int(name.dropLast(4)),
                    let report = try await grant.report(version: version, input)
                else { return nil }
                return Reply(
                    contentType: "application/pdf", body: report.bytes,
                    fileName: "compte-rendu-\(grant.fact.request.number.rawValue)-\(version).pdf", isInline: false)
            },
        ]
        + RequestWord.allCases.map { word in
            Endpoint(.post, "/demandes/{id}/\(word.rawValue)", ActOnRequest.self) { grant, input in
                try await grant.act(word, input)
            }
        }
}

extension Grant where P == ActOnRequest {
    fileprivate func act(_ word: RequestWord, _ input: Input) async throws -> Reply? {
        guard let network = try await network(), let command = Command(word, input.form, network, now: now) else {
            return nil
        }
        let path = SitePath.request(fact.request.id.rawValue)
        if word == .amend, let fault = AnswerContent.dateFault(in: input.form.trimmed(ActField.seeBefore) ?? "") {
            return try await refused(word, input, .faults([fault]))
        }
        switch try await perform(command, input.seal) {
        case .success(let receipt):
            switch word {
            case .take: return .seeOther(SitePath.reply(receipt.request.rawValue).done(word.rawValue))
            case .decline where fact.request.awaitsTriage: return .seeOther(SitePath.triage().done(word.rawValue))
            case .passOn, .leaveTriage, .askBack, .redirect:
                return .seeOther(SitePath.triage().done(word.rawValue))
            case .setAside, .release, .decline:
                return .seeOther(SitePath.worklist(view: WorklistTab.toTake.rawValue).done(word.rawValue))
            case .copy: return .seeOther(receipt.created.map { SitePath.draft($0.rawValue) } ?? path)
            case .reorient: return .seeOther(SitePath.worklist.done(word.rawValue))
            default:
                let list = input.form.first(ActField.list).flatMap(WorklistTab.init(rawValue:))
                return .seeOther((list.map { .worklist(view: $0.rawValue) } ?? path).done(word.rawValue))
            }
        case .failure(.notFound): return nil
        case .failure(let refusal): return try await refused(word, input, refusal)
        }
    }

    /// The same page, with what was typed and what is wrong with it; or both versions; or why not now.
    private func refused(_ word: RequestWord, _ input: Input, _ refusal: Refusal) async throws -> Reply {
        let file = try await current(input)
        let page = page(file)
        switch refusal {
        case .faults(let faults):
            var model = RequestModel(file, page)
            model.actions = ActionForm.all(file, page, typed: input.form, faulty: word, faults: faults)
            return .page(RequestView(model, in: page.frame()), status: 422)
        case .stale, .keyReused:
            return .page(ConflictView(ConflictModel(word, input.form, file, page), in: page.frame()), status: 409)
        default:
            let back = SitePath.request(fact.request.id.rawValue)
            return .page(FaultView(FaultModel(refusal, back: back), in: page.frame()), status: 409)
        }
    }
}

extension ConflictModel {
    /// Something happened on the demand since the form was drawn: what was typed is kept, what happened stands beside, and
    /// the same act can be sent on the present version when it is still allowed.
    init(_ word: RequestWord, _ form: FormFields, _ file: RequestFile, _ page: PageMaking) {
        let fresh = ActionForm.all(file, page, among: [word]).first
        let fields = fresh?.fields ?? []
        let last = file.thread.last
        let typed = fields.compactMap { field -> Text? in
            let value = field.said(in: form)
            return value.isEmpty ? nil : Text(label: field.label, value: value)
        }
        self.init(
            what: last.map { "\(file.person($0.author)?.shownName ?? "Essaim") \($0.action.words.past)" }
                ?? "La demande a changé",
            at: last?.at,
            mine: typed.isEmpty ? [Text(label: "Vous vouliez", value: fresh?.title ?? word.rawValue)] : typed,
            theirs: file.thread.suffix(3).map { entry in
                Text(
                    label: "\(file.person(entry.author)?.shownName ?? "Essaim") \(entry.action.words.past)",
                    value: entry.text)
            },
            back: .request(file.request.id.rawValue),
            again: fresh.map { fresh in
                var again = fresh
                again.fields = fields.flatMap { field in
                    let values = form.all(field.name)
                    return (values.isEmpty ? [""] : values).map { value in
                        ActionField(name: field.name, label: "", kind: .hidden, value: value)
                    }
                }
                again.explanation = ""
                return again
            })
    }
}

extension ActionField {
    /// What was given, in words; empty when nothing was.
    fileprivate func said(in form: FormFields) -> String {
        guard case .sentences(let sentences, _) = kind else { return form.filled(name) ?? "" }
        return sentences.filter { form.all(name).contains($0.value) }.map(\.label).joined(separator: ", ")
    }
}
