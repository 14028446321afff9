import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /structure · /structure/{structure} | keep structure: one that they administer |
    /// | POST /structure/{structure}/fiche · /invitations · /invitations/{invitation}/retirer | keep structure |
    /// | GET /structure/{structure}/membres/{membre}; POST …/place, /suspendre, /reprendre, /terminer | keep structure |
    /// | POST /profil/invitations/{invitation}/accepter · /refuser | signed in: whom it names |
    static let structures: [Endpoint] =
        [
            Endpoint(.get, "/structure", KeepStructure.self) { grant, input in try await grant.showStructure(input) },
            Endpoint(.get, "/structure/{structure}", KeepStructure.self) { grant, input in
                try await grant.showStructure(input)
            },
            Endpoint(.post, "/structure/{structure}/fiche", KeepStructure.self) { grant, input in
                let typed = TypedStructure(input.form)
                let result = try await grant.save(typed, over: input.seal.version ?? -1, input)
                return try await grant.answer(result, done: "structure", to: input) { $0.facts = typed }
            },
            Endpoint(.post, "/structure/{structure}/invitations", KeepStructure.self) { grant, input in
                let (address, terms) = (input.form.short(StructureInvitation.addressField), TypedTerms(input.form))
                let result = try await grant.invite(address, as: terms, input)
                return try await grant.answer(result, done: "invitation", to: input) {
                    ($0.invited, $0.terms.typed) = (address, terms)
                }
            },
            Endpoint(.post, "/structure/{structure}/invitations/{invitation}/retirer", KeepStructure.self) {
                grant, input in
                try await grant.answer(try await grant.withdraw(input), done: "invitation-retiree", to: input) { _ in }
            },
            Endpoint(.get, "/structure/{structure}/membres/{membre}", KeepStructure.self) { grant, input in
                guard let (model, page) = try await grant.memberModel() else { return nil }
                let notice = input.query.first("fait").flatMap(DoneWords.notice)
                return .page(StructureMemberView(model, in: page.frame(current: .structure, notice: notice)))
            },
            Endpoint(.post, "/structure/{structure}/membres/{membre}/place", KeepStructure.self) { grant, input in
                let terms = TypedTerms(input.form)
                let result = try await grant.place(terms, over: input.seal.version ?? -1, input)
                return try await grant.answerMember(result, done: "place", typed: terms)
            },
            act("suspendre", .suspend), act("reprendre", .resume), act("terminer", .end),
        ]
        + [("accepter", true), ("refuser", false)].map { word, accepts in
            Endpoint(.post, "/profil/invitations/{invitation}/\(word)", SignedIn.self) { grant, input in
                guard try await grant.answerInvitation(accepts: accepts, input) else { return nil }
                return .seeOther(SitePath.profile.done(word))
            }
        }

    private static func act(_ word: String, _ change: StructureChange) -> Endpoint {
        Endpoint(.post, "/structure/{structure}/membres/{membre}/\(word)", KeepStructure.self) { grant, input in
            let result = try await grant.change(change, over: input.seal.version ?? -1, input)
            return try await grant.answerMember(result, done: word)
        }
    }
}

extension Grant where P == KeepStructure {
    fileprivate func showStructure(_ input: Input) async throws -> Reply? {
        let after = input.query.filled("apres").map { Identifier<Person>(String($0.prefix(64))) }
        guard let (model, page) = try await structureModel(after: after) else { return nil }
        let notice = input.query.first("fait").flatMap(DoneWords.notice)
        return .page(StructureView(model, in: page.frame(current: .structure, notice: notice)))
    }

    /// The page again, with what was typed and what is wrong with it; or on to what was done.
    fileprivate func answer(
        _ result: Result<Void, Refusal>, done: String, to input: Input, _ lay: (inout StructureModel) -> Void
    ) async throws -> Reply? {
        guard case .failure(let refusal) = result else {
            return .seeOther(SitePath.structure(fact.structure.id.rawValue).done(done))
        }
        guard refusal != .notFound, let (kept, page) = try await structureModel() else { return nil }
        var model = kept
        lay(&model)
        if case .faults(let faults) = refusal { model.faults = faults }
        if case .stale = refusal { model.isStale = true }
        model.terms.faults = model.faults
        return .page(
            StructureView(model, in: page.frame(current: .structure)), status: model.isStale ? 409 : 422)
    }

    fileprivate func answerMember(
        _ result: Result<Void, Refusal>, done: String, typed: TypedTerms? = nil
    ) async throws -> Reply? {
        guard case .failure(let refusal) = result else {
            let (structure, member) = (fact.structure.id.rawValue, fact.member?.person)
            // Who closed the page to themselves is led where they still belong.
            let stays = done == "reprendre" || member != fact.caller.person.id
            let path = SitePath.structureMember(structure, member?.rawValue ?? "")
            return .seeOther((stays ? path : .worklist).done(done))
        }
        guard refusal != .notFound, let (kept, page) = try await memberModel() else { return nil }
        var model = kept
        if let typed { model.terms.typed = typed }
        if case .faults(let faults) = refusal { model.terms.faults = faults }
        if case .stale = refusal { model.isStale = true }
        return .page(
            StructureMemberView(model, in: page.frame(current: .structure)), status: model.isStale ? 409 : 422)
    }
}

extension FormFields {
    /// One line, kept as typed as far as a page can show it.
    fileprivate func short(_ name: String) -> String { String(typed(name).prefix(1000)) }
}

extension TypedStructure {
    fileprivate init(_ form: FormFields) {
        self.init(
            name: form.short(Self.nameField), cpts: form.short(Self.cptsField), finess: form.short(Self.finessField),
            commune: form.short(Self.communeField), communeName: form.short(Self.communeNameField))
    }
}

extension TypedTerms {
    fileprivate init(_ form: FormFields) {
        self.init(
            place: form.short(Self.placeField), from: form.short(Self.fromField),
            through: form.short(Self.throughField),
            principals: form.all(Self.principalsField).prefix(2 * StructureTerms.mostPrincipals).map {
                String($0.prefix(64))
            })
    }
}
