import EssaimDomain

extension ProtocolDesk {
    /// A new form under an id of the network's, in work, in one transaction with its entry.
    func begin(
        _ name: String, _ act: Act,
        _ make: @escaping @Sendable (any StoreWriter) throws -> Result<ClinicalProtocol, ProtocolRefusal>
    ) async throws -> Result<Identifier<ClinicalProtocol>, ProtocolRefusal> {
        let now = clock.now()
        return try await store.write { tx in
            guard let who = try tx.caller(act.by), let network = try tx.network(act.network),
                who.keepsProtocol(nil, madeBy: nil, in: network)
            else { return .failure(.notFound) }
            do {
                let base: ClinicalProtocol
                switch try make(tx) {
                case .success(let made): base = made
                case .failure(let refusal):
                    try note(name, nil, why: refusal.why, who, act, at: now, tx)
                    return .failure(refusal)
                }
                let isWhole = who.has(.administrator, in: act.network)
                let form = try base.named(freshID(base.title, in: act.network, tx), version: "1")
                let version = KeptProtocol(
                    id: form.id, version: "1", number: 1, network: act.network,
                    partner: isWhole ? nil : who.partnersKept(in: act.network).min(), title: form.title,
                    questionnaire: try text(form), madeAt: now, madeBy: who.person.id, isPublished: false)
                try tx.keep(version)
                try note(name, version, who, act, at: now, tx)
                return .success(form.id)
            } catch let fault as ProtocolFault {
                try note(name, nil, why: "form", who, act, at: now, tx)
                return .failure(.form(fault))
            }
        }
    }

    /// One act on a form, by someone who keeps it then, over the state that they read.
    func perform(
        _ name: String, _ id: Identifier<ClinicalProtocol>, over stamp: Int, _ act: Act,
        _ work:
            @escaping @Sendable (KeptProtocol, ClinicalProtocol, Caller, Instant, any StoreWriter) throws
            -> Result<KeptProtocol, ProtocolRefusal>
    ) async throws -> Result<Void, ProtocolRefusal> {
        let now = clock.now()
        return try await store.write { tx in
            guard let who = try tx.caller(act.by), let network = try tx.network(act.network),
                let last = try tx.versions(of: id, in: act.network, limit: 1).first,
                who.keepsProtocol(id, madeBy: last.partner, in: network)
            else { return .failure(.notFound) }
            guard last.stamp == stamp else { return .failure(.stale) }
            guard case .success(let form) = forms.files.read(last.questionnaire) else {
                throw StoreFault.corrupt("a form in work")
            }
            do {
                let result = try work(last, form, who, now, tx)
                switch result {
                case .success(let version): try note(name, version, who, act, at: now, tx)
                case .failure(let refusal): try note(name, last, why: refusal.why, who, act, at: now, tx)
                }
                return result.map { _ in () }
            } catch let fault as ProtocolFault {
                try note(name, last, why: "form", who, act, at: now, tx)
                return .failure(.form(fault))
            }
        }
    }

    private func note(
        _ name: String, _ version: KeptProtocol?, why: String? = nil, _ who: Caller, _ act: Act, at now: Instant,
        _ tx: any StoreWriter
    ) throws {
        var detail: [String: String] = [:]
        if let version { (detail["form"], detail["version"]) = (version.id.rawValue, version.version) }
        detail["why"] = why
        try tx.append(
            recorder.entry(
                "protocol.\(name)", outcome: why == nil ? "done" : "refused", at: now, by: who.person,
                from: act.place, network: act.network, content: version?.questionnaire, detail: detail))
    }

    /// `oncobreizh.lesion-suspecte`, with a number behind when it is taken.
    private func freshID(
        _ title: String, in network: Identifier<Network>, _ tx: any StoreReader
    ) throws -> Identifier<ClinicalProtocol> {
        // A title has no point: two networks never make the same name.
        let base = String("\(network.rawValue).\(ClinicalProtocol.slug(title))".prefix(56))
        for number in 1...999 {
            let id = Identifier<ClinicalProtocol>(number == 1 ? base : "\(base)-\(number)")
            if forms[id] == nil, try tx.versions(of: id, in: network, limit: 1).isEmpty { return id }
        }
        throw StoreFault.duplicate("a form of that title")
    }
}

extension ProtocolRefusal {
    /// As an entry says it: nothing of what was typed.
    fileprivate var why: String {
        switch self {
        case .notFound: "absent"
        case .stale: "stale"
        case .form: "form"
        case .file: "file"
        }
    }
}
