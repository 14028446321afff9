import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// Under `/reseaux/{reseau}/membres`:
    ///
    /// | method · path | policy |
    /// |---|---|
    /// | GET · /{personne} | read members: administrators, establishments, coordination |
    /// | POST /inviter · /{personne}/inviter · /{personne}/place · /{personne}/fin | keep members: within what is theirs |
    static let members: [Endpoint] = [
        Endpoint(.get, "/reseaux/{reseau}/membres", ReadMembers.self) { grant, input in
            let after = input.query.filled("apres").map { Identifier<Person>(String($0.prefix(64))) }
            let found = try await grant.members(after: after)
            let page = grant.page(found.surroundings)
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(
                MembersView(MembersModel(found, page, isFirst: after == nil), in: page.frame(notice: notice)))
        },
        Endpoint(
            .post, "/reseaux/{reseau}/membres/inviter", KeepMembers.self, bodyLimit: 1 << 20, needsProof: true
        ) { grant, input in
            if let table = input.form.first(MemberField.table) { return try await grant.inviteMany(table, input) }
            return try await grant.inviteOne(input)
        },
        Endpoint(.get, "/reseaux/{reseau}/membres/{personne}", ReadMembers.self) { grant, input in
            guard let found = try await grant.memberPage() else { return nil }
            let page = grant.page(found.surroundings)
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(MemberView(MemberModel(found, page), in: page.frame(notice: notice)))
        },
        Endpoint(.post, "/reseaux/{reseau}/membres/{personne}/inviter", KeepMembers.self, needsProof: true) {
            grant, input in
            let isSent = try await grant.inviteAgain(input)
            let path = SitePath.members(grant.fact.network.id.rawValue)
            return .seeOther(path.done(isSent ? "invitation-renvoyee" : "invitation-trop"))
        },
        Endpoint(.post, "/reseaux/{reseau}/membres/{personne}/place", KeepMembers.self, needsProof: true) {
            grant, input in
            try await grant.placed(TypedPlaces(input.form, in: grant.fact.network), "membre-place", input)
        },
        Endpoint(.post, "/reseaux/{reseau}/membres/{personne}/fin", KeepMembers.self, needsProof: true) {
            grant, input in
            try await grant.placed(TypedPlaces(), "membre-fin", input)
        },
    ]
}

extension Grant where P == KeepMembers {
    private var network: String { fact.network.id.rawValue }

    /// The table's rows are told one by one: first what would become of them, then, when it is sent, what did. Without a
    /// refusal, on a page that may be opened again.
    fileprivate func inviteMany(_ table: String, _ input: Input) async throws -> Reply? {
        let step = input.form.first(MemberField.step).flatMap(MemberField.Step.init(rawValue:)) ?? .check
        let kept = String(table.prefix(InvitationRow.mostBytes))
        switch try await invite(table: table, isRehearsal: step != .send, input) {
        case .failure(.faults(let faults)): return try await answer(faults) { $0.table = kept }
        case .failure: return nil
        case .success(nil): return nil
        case .success(let results?):
            let refused = results.count(where: \.isRefused)
            if step == .download { return .report(results) }
            if step == .send, refused == 0 { return .seeOther(SitePath.members(network).done("membres-invites")) }
            let message =
                "Lignes refusées\u{A0}: \(refused). Les autres sont invitées\u{A0}: corrigez celles-ci, renvoyez la table."
            let faults = step == .send ? [FieldFault(field: MemberField.table, message: message)] : []
            return try await answer(faults) { model in
                model.table = kept
                model.report = results.map { ($0.french, $0.isRefused) }
                model.toSend = step == .check ? results.count { $0.outcome == .invited } : nil
            }
        }
    }

    fileprivate func inviteOne(_ input: Input) async throws -> Reply? {
        let typed = Dictionary(
            MemberField.one.map { ($0, String((input.form.trimmed($0) ?? "").prefix(300))) },
            uniquingKeysWith: { a, _ in a })
        guard let result = try await invite(one: typed, input)?.first else { return nil }
        if case .refused(let why) = result.outcome {
            return try await answer(why.map { FieldFault(field: "nom", message: $0) }) { $0.typed = typed }
        }
        return .seeOther(SitePath.members(network).done("membres-invites"))
    }

    private func answer(_ faults: [FieldFault], _ lay: (inout MembersModel) -> Void) async throws -> Reply {
        let found = try await members()
        let page = page(found.surroundings)
        var model = MembersModel(found, page, isFirst: true)
        lay(&model)
        model.faults = faults
        return .page(MembersView(model, in: page.frame()), status: faults.isEmpty ? 200 : 422)
    }

    fileprivate func placed(_ typed: TypedPlaces, _ done: String, _ input: Input) async throws -> Reply? {
        let isStale: Bool
        var faults: [FieldFault] = []
        switch try await place(typed, over: input.seal.version ?? -1, input) {
        case .success: return .seeOther(SitePath.members(network).done(done))
        case .failure(.stale): isStale = true
        case .failure(.faults(let found)): (isStale, faults) = (false, found)
        case .failure: return nil
        }
        guard let found = try await memberPage() else { return nil }
        let page = page(found.surroundings)
        var model = MemberModel(found, page)
        (model.faults, model.isStale) = (faults, isStale)
        return .page(MemberView(model, in: page.frame()), status: isStale ? 409 : 422)
    }
}

extension Reply {
    /// What becomes of each row, for a spreadsheet.
    fileprivate static func report(_ results: [InvitationResult]) -> Reply {
        var text = CSVText()
        text.append(["ligne", "personne", "résultat", "détail"])
        for result in results {
            let (outcome, detail) =
                switch result.outcome {
                case .invited: ("à inviter", result.way.french.drop { "\u{A0}; ".contains($0) })
                case .alreadyThere: ("déjà là", "rien à changer")
                case .refused(let why): ("refus", Substring(why.joined(separator: " ")))
                }
            text.append([String(result.line), result.name, outcome, String(detail)])
        }
        return Reply(
            contentType: "text/csv; charset=utf-8", body: text.bytes, fileName: "invitations.csv", isInline: false)
    }
}
