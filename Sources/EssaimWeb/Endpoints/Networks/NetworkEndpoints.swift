import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// How networks are declared (decision 0058):
    ///
    /// | method · path | policy |
    /// |---|---|
    /// | GET /reseaux | list networks |
    /// | GET /reseaux/{reseau} · /fichier · /{section} · /{section}/{partie} | read network |
    /// | POST /reseaux/{reseau}/{section}/{partie}; identite, without a part | keep network |
    static let networks: [Endpoint] =
        [
            Endpoint(.get, "/reseaux", ListNetworks.self) { grant, _ in
                let found = try await grant.networks()
                let page = grant.page(found.surroundings)
                return .page(NetworksView(NetworksView.Model(found.list), in: page.frame(current: .networks)))
            },
            Endpoint(.get, "/reseaux/{reseau}", ReadNetwork.self) { grant, _ in
                let found = try await grant.page(of: nil)
                return .page(NetworkView(NetworkModel(found, nil), in: grant.page(found.surroundings).frame()))
            },
            Endpoint(.get, "/reseaux/{reseau}/fichier", ReadNetwork.self) { grant, _ in
                Reply(
                    contentType: "application/yaml; charset=utf-8", body: Array(grant.text().utf8),
                    fileName: "\(grant.fact.network.id).yaml", isInline: false)
            },
            identity, writing(.identity, "/reseaux/{reseau}/identite"),
        ]
        + SheetSection.allCases.filter { $0 != .identity }.flatMap { section in
            let path = "/reseaux/{reseau}/\(section.rawValue)"
            return [listing(section, path), reading(section, "\(path)/{partie}"), writing(section, "\(path)/{partie}")]
        }

    private static let identity = Endpoint(.get, "/reseaux/{reseau}/identite", ReadNetwork.self) { grant, input in
        try await grant.part(.identity, input)
    }

    private static func listing(_ section: SheetSection, _ path: String) -> Endpoint {
        Endpoint(.get, path, ReadNetwork.self) { grant, input in
            let found = try await grant.page(of: section)
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(
                NetworkView(NetworkModel(found, section), in: grant.page(found.surroundings).frame(notice: notice)))
        }
    }

    private static func reading(_ section: SheetSection, _ path: String) -> Endpoint {
        Endpoint(.get, path, ReadNetwork.self) { grant, input in try await grant.part(section, input) }
    }

    private static func writing(_ section: SheetSection, _ path: String) -> Endpoint {
        Endpoint(.post, path, KeepNetwork.self, bodyLimit: 2 << 20) { grant, input in
            try await grant.change(section, input)
        }
    }
}

extension Grant where P == ReadNetwork {
    fileprivate func part(_ section: SheetSection, _ input: Input) async throws -> Reply? {
        let found = try await page(of: section)
        let page = page(found.surroundings)
        guard let model = NetworkPartModel(found, section, input.parameter("partie"), page) else { return nil }
        let notice = input.query.first("fait").flatMap(DoneWords.notice)
        return .page(NetworkPartView(model, in: page.frame(notice: notice)))
    }
}

extension Grant where P == KeepNetwork {
    fileprivate func change(_ section: SheetSection, _ input: Input) async throws -> Reply? {
        let asked = input.parameter("partie")
        let isNew = section != .identity && asked == NetworkPartModel.new
        let id = isNew ? (input.form.trimmed(NetworkPartModel.name) ?? "") : asked
        let typed = NetworkPartModel.typed(input.form, section)
        let change: SheetEdit.Change =
            input.form.first("geste") == "retirer" && !isNew ? .retire : isNew ? .add(typed) : .write(typed)
        let list = SitePath.network(fact.network.id.rawValue, section)
        let isNamed = section == .identity || !id.isEmpty
        let result =
            isNamed
            ? try await self.change(SheetEdit(section, id, change), over: input.seal.version ?? -1, input)
            : .failure(.faults([FieldFault(field: NetworkPartModel.name, message: "Donnez-lui un nom court.")]))
        switch result {
        case .success: return .seeOther(list.done("reseau"))
        case .failure(.notFound): return nil
        case .failure(let refusal):
            let found = try await page(of: section)
            let page = page(found.surroundings)
            guard var model = NetworkPartModel(found, section, asked, page) else { return nil }
            model.lay(typed)
            if isNew { model.id = String(id.prefix(100)) }
            switch refusal {
            case .faults(let faults): model.faults = faults.map { $0.under(model) }
            case .notTheirs: model.faults = [FieldFault(field: "partie", message: Self.notTheirs)]
            case .stale, .notFound: model.isStale = true
            }
            return .page(NetworkPartView(model, in: page.frame()), status: model.isStale ? 409 : 422)
        }
    }

    private static var notTheirs: String {
        "Un établissement n’administre que ses lignes et ses équipes\u{A0}: gardez-le comme établissement, "
            + "et répondez par ses équipes."
    }
}

extension FieldFault {
    /// At its field when the page has it, else at the form.
    fileprivate func under(_ model: NetworkPartModel) -> FieldFault {
        let isThere = field == NetworkPartModel.name && model.isNew || model.lines.contains { $0.key == field }
        return isThere ? self : FieldFault(field: "partie", message: message)
    }
}
