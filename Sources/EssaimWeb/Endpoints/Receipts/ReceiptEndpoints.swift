import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes/{id}/recu/{file} | see request |
    /// | GET /RECU/{code} | anyone: what the code itself says, and whether the journal signed it |
    /// | POST /journal/add-checkpoint | anyone: a journal whose key is known here, by its signature (c2sp.org/tlog-witness) |
    static let receipts: [Endpoint] = [
        Endpoint(.get, "/demandes/{id}/recu/{file}", SeeRequest.self) { grant, input in
            let name = SitePath.receiptName(grant.fact.request.number.rawValue)
            guard input.parameter("file") == name, let receipt = try await grant.receipt(input) else { return nil }
            return Reply(
                contentType: "application/json", body: Array(receipt.text.utf8), fileName: name, isInline: false)
        },
        Endpoint(.get, "/RECU/{code}", Anyone.self) { grant, input in
            let page = grant.page(isDemonstration: try await grant.isDemonstration())
            let code = try await grant.receipt(input.parameter("code"))
            let model = ReceiptModel(code, page.clock)
            return .page(ReceiptView(model, in: page.frame()), status: code == nil ? 404 : 200)
        },
        Endpoint(.post, "/journal/add-checkpoint", Anyone.self, bodyLimit: 64 << 10, isForServers: true) {
            grant, input in
            .witness(try await grant.hold(input.text))
        },
    ]
}

extension Reply {
    /// The statuses of c2sp.org/tlog-witness.
    fileprivate static func witness(_ answer: JournalWitness.Answer) -> Reply {
        let (status, text): (Int, String) =
            switch answer {
            case .cosigned(let cosignature): (200, cosignature)
            case .malformed: (400, "")
            case .unsigned: (403, "")
            case .unknown: (404, "")
            case .other(let size): (409, "\(size)\n")
            case .contradicted: (422, "")
            case .unable: (503, "")
            }
        return Reply(
            status, contentType: status == 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8",
            body: Array(text.utf8))
    }
}

extension ReceiptModel {
    fileprivate init(_ code: ReceiptCode?, _ clock: PageClock) {
        self.init(leaf: code?.leaf, recordedAt: code?.entry.minute, size: code?.size ?? 0)
    }
}
