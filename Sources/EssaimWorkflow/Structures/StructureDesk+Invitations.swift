import EssaimDomain

extension StructureDesk {
    /// Offers a place to whoever bears that RPPS or login. Whether anyone does is neither looked for nor said.
    public func invite(
        _ address: String, as typed: TypedTerms, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        let addressed = StructureInvitation.Address.checked(address)
        return try await perform("invite", act) { tx, now, local in
            let terms = try terms(typed, act.structure, except: nil, now, local, tx)
            guard case .success(let address) = addressed, case .success(let terms) = terms else {
                return .failure(.faults(addressed.faults + terms.faults))
            }
            // Of one's own structure alone, which its administrator sees whole.
            if let member = try tx.member(bearing: address, of: act.structure), member.status != .ended {
                return .failure(.faults([.isMember]))
            }
            let standing = try tx.invitations(
                of: act.structure, since: now - StructureInvitation.lasts, limit: StructureInvitation.most)
            if standing.count == StructureInvitation.most, !standing.contains(where: { $0.address == address }) {
                return .failure(.faults([.tooMany]))
            }
            try tx.removeInvitations(madeBefore: now - StructureInvitation.lasts)
            try tx.save(
                StructureInvitation(
                    id: .new(at: now), structure: act.structure, address: address, terms: terms, by: act.by, at: now))
            return .success(["place": terms.place.rawValue])
        }
    }

    /// Takes an offer back, answered or not.
    public func withdraw(_ id: Identifier<StructureInvitation>, _ act: Act) async throws -> Result<Void, Refusal> {
        try await perform("withdraw", act) { tx, _, _ in
            guard let invitation = try tx.invitation(id), invitation.structure == act.structure else {
                return .failure(.notFound)
            }
            try tx.remove(id)
            return .success(["place": invitation.terms.place.rawValue])
        }
    }

    /// The answer of whom it names. False when it names another, or is over.
    public func answer(
        _ id: Identifier<StructureInvitation>, accepts: Bool, by person: Identifier<Person>, from place: String
    ) async throws -> Bool {
        let now = clock.now()
        let isAnswered = try await store.write { tx in
            guard
                let invitation = try tx.invitations(
                    for: person, since: now - StructureInvitation.lasts, limit: StructureInvitation.most
                ).first(where: { $0.id == id })
            else { return false }
            if accepts {
                try accept(invitation, by: person, at: now, tx)
                try tx.remove(id)
            } else {
                try tx.refuse(id)
            }
            try tx.append(
                recorder.entry(
                    accepts ? "structure.accept" : "structure.refuse", at: now, by: try tx.person(person), from: place,
                    detail: [
                        "structure": invitation.structure.rawValue, "place": invitation.terms.place.rawValue,
                    ]))
            return true
        }
        if isAnswered { bulletin.post(.people) }
        return isAnswered
    }

    private func accept(
        _ invitation: StructureInvitation, by person: Identifier<Person>, at now: Instant, _ tx: any StoreWriter
    ) throws {
        let before = try tx.member(person, of: invitation.structure)
        // A place they have is not changed by an older offer: their administrator sees and changes it.
        if let before, before.status != .ended, before.status != .invited || before.isAwaited { return }
        var member = StructureMember(person, accepting: invitation, at: now, in: try Self.localTime(tx))
        member.version = before?.version ?? 0
        _ = try tx.save(member)
    }
}

extension Result where Failure == Refusal {
    fileprivate var faults: [FieldFault] {
        if case .failure(.faults(let faults)) = self { return faults }
        return []
    }
}

extension FieldFault {
    fileprivate static let isMember = FieldFault(
        field: StructureInvitation.addressField,
        message: "Cette personne est déjà dans la structure\u{A0}: changez sa place dans la liste.")
    fileprivate static let tooMany = FieldFault(
        field: StructureInvitation.addressField,
        message: "\(StructureInvitation.most) invitations attendent déjà\u{A0}: retirez-en une d’abord.")
}
