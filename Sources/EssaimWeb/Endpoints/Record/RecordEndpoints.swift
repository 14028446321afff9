import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes/{id}/pour-mon-dossier | see request |
    /// | POST /demandes/{id}/verse/{mark} · retirer/{mark} | keep record: the asking structure, who carries the demand |
    static let record: [Endpoint] = [
        Endpoint(.get, "/demandes/{id}/pour-mon-dossier", SeeRequest.self) { grant, input in
            let copy = try await grant.copyForRecord(input)
            let page = grant.page(copy.file)
            var box = RecordBox(copy.file, page)
            box.copy = nil
            let model = RecordCopyModel(
                number: copy.file.request.number.shown, request: .request(copy.file.request.id.rawValue),
                text: RecordText(copy, page.clock).text, record: box.isEmpty ? nil : box)
            return .page(RecordCopyView(model, in: page.frame()))
        },
        Endpoint(.post, "/demandes/{id}/verse/{mark}", KeepRecord.self) { grant, input in
            try await grant.mark(.set, input)
        },
        Endpoint(.post, "/demandes/{id}/retirer/{mark}", KeepRecord.self) { grant, input in
            try await grant.mark(.removed, input)
        },
    ]
}

extension Grant where P == KeepRecord {
    fileprivate func mark(_ move: RecordMarking.Move, _ input: Input) async throws -> Reply? {
        guard let kind = RecordMark.Kind(path: input.parameter("mark")) else { return nil }
        let path = SitePath.request(fact.request.id.rawValue)
        switch try await mark(kind, move, input) {
        case .success: return .seeOther(path.done(move == .set ? "verse-\(kind.path)" : "retire-\(kind.path)"))
        case .failure(.notFound): return nil
        case .failure(.notNow):
            let model = FaultModel(
                title: "Cela n’est pas possible maintenant",
                why: kind == .shared
                    ? "Le patient s’est opposé à l’envoi au DMP, ou la demande n’a pas encore de réponse."
                    : "La demande n’a pas encore de réponse à verser.",
                whatToDo: "Rouvrez la demande\u{A0}: elle montre où elle en est.",
                link: PageFrame.Link(title: "Rouvrir la demande", path: path))
            return .page(FaultView(model, in: page().frame()), status: 409)
        }
    }
}
