import EssaimDomain

extension RequestDesk {
    /// Opens a draft on a line, in the name of one of the caller's structures. The zone and the pool follow from where
    /// the structure is, and again at the sending; a zone without pool is said before anything is typed.
    public func open(
        _ offerID: Identifier<Offer>, for structureID: Identifier<Structure>?, key: String,
        by caller: Identifier<Person>, from place: String = ""
    ) async throws -> Result<Receipt, Refusal> {
        let now = clock.now()
        let result = try await store.write { tx -> Result<Receipt, Refusal> in
            let fingerprint = "request.open \(offerID.rawValue)"
            let work = Performance(desk: self, tx: tx, now: now, caller: caller, place: place)
            if let before = try work.remembered(key, fingerprint) { return before }
            guard let who = try tx.caller(caller),
                let structure = structureID.map({ id in who.structures.first { $0.structure.id == id } })
                    ?? who.structures.first,
                let (network, offer) = try tx.networks().lazy.compactMap({ network in
                    network.offer(offerID).map { (network, $0) }
                }).first
            else { return .failure(.notFound) }
            // Someone who is not a professional may prepare a téléexpertise that a professional sends.
            guard network.obstacle(to: offer, for: LineAsker(who, in: structure.structure)) == nil
            else { return .failure(.lineClosed) }
            let route: Route
            switch try routing.ways(
                of: offer.id, for: structure.structure, routing.standing(of: network), at: now, tx)
            {
            case .success(let ways): route = ways[0]
            case .failure(.lineNotOpen): return .failure(.lineClosed)
            case .failure: return .failure(.noPool)
            }
            let draft = AdviceRequest(
                id: .new(at: now), number: try work.freshNumber(), kind: offer.kind, network: network.id,
                structure: structure.structure.id, requester: who.person.id, author: who.person.id, route: route,
                content: RequestContent(writtenWith: try forms.begin(offer.form, tx, at: now)), createdAt: now)
            try tx.insert(draft)
            try tx.append(
                recorder.entry(
                    "request.open", at: now, by: who.person, from: place, as: [.asker], request: draft))
            return try work.receipt(draft.id, draft, created: draft.id, key: key, fingerprint: fingerprint)
        }
        if case .success(let receipt) = result, let changed = receipt.changed { bulletin.post(.request(changed)) }
        return result
    }
}
