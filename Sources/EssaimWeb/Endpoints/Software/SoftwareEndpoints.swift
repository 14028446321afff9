import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// Called by programs, with tokens of theirs (`docs/software-accounts.md`); no session opens any.
    ///
    /// | method · path | policy |
    /// |---|---|
    /// | POST /api/jeton | anyone: the assertion that is sent along says for whom |
    /// | GET /api/moi | known software: what it is, what it may do |
    /// | GET /api/suivi | read figures: scope `suivi.chiffres`, of its network |
    /// | GET /api/suivi/demandes | read lines: scope `suivi.lignes`, of its network |
    static let software: [Endpoint] = [
        Endpoint(.post, "/api/jeton", Anyone.self, bodyLimit: 16 << 10, isForSoftware: true, pace: .door) {
            grant, input in
            try await grant.giveToken(input)
        },
        Endpoint(.get, "/api/moi", KnownSoftware.self) { grant, _ in
            let caller = grant.fact.caller
            return .json(
                .object([
                    ("id", .text(caller.account.id.rawValue)), ("name", .text(caller.account.name)),
                    (
                        "network",
                        .object([
                            ("id", .text(caller.account.network.rawValue)),
                            ("name", .text(try await grant.softwareNetwork())),
                        ])
                    ),
                    ("scope", .text(SoftwareScope.text(caller.scopes))),
                    ("expires_in", .number(Int((caller.endsAt - grant.now).milliseconds / 1000))),
                ]))
        },
        Endpoint(.get, "/api/suivi", ReadFigures.self) { grant, input in
            .json(JSONText(try await grant.activity(ActivityFilter(input.query))))
        },
        Endpoint(.get, "/api/suivi/demandes", ReadLines.self) { grant, input in
            let (lines, month) = try await grant.export(ActivityFilter(input.query), input)
            return Reply(contentType: "text/csv; charset=utf-8", body: ActivityFile.text(lines, of: month).bytes)
        },
    ]
}

extension Grant where P == Anyone {
    /// RFC 6749, §4.4.2, by a signed assertion (RFC 7523, §2.2): that one grant, and no other.
    fileprivate func giveToken(_ input: Input) async throws -> Reply {
        let form = input.form
        // Nothing that opens stands in an address; what is sent twice is nobody's (RFC 6749, §3.2); one way to show who
        // one is (§2.3).
        guard input.query.isEmpty, form.names.count == form.count, form.first("client_secret") == nil,
            let grant = form.first("grant_type")
        else { return .software(.invalidRequest) }
        guard grant == "client_credentials" else { return .software(.unsupportedGrant) }
        guard form.first("client_assertion_type") == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            let assertion = form.first("client_assertion")
        else { return .software(.invalidClient) }
        switch try await softwareToken(for: assertion, scope: form.first("scope"), input) {
        case .invalidClient: return .software(.invalidClient)
        case .invalidScope: return .software(.invalidScope)
        case .hurried(let seconds): return .software(.tooMany, after: seconds)
        case .given(let token, let scopes):
            return .json(
                .object([
                    ("access_token", .text(token)), ("token_type", .text("Bearer")),
                    ("expires_in", .number(Int(SoftwareToken.lasts.milliseconds / 1000))),
                    ("scope", .text(SoftwareScope.text(scopes))),
                ]))
        }
    }
}

extension Reply {
    fileprivate static func json(_ value: JSONText) -> Reply {
        Reply(contentType: "application/json", body: value.bytes)
    }
}
