import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWeb
import EssaimWorkflow
import HTTPTypes
import Testing

@testable import EssaimServer

@Suite struct AccessTests {
    @Test func `every endpoint stands in the hand-written table, and none is there in vain`() {
        let written = Door.all.map(\.name)
        #expect(Set(written) == Set(Site.endpoints.map { "\($0.method.rawValue) \($0.path)" }))
        #expect(Set(written).count == written.count && written.count == Site.endpoints.count)
    }

    @Test(arguments: Knocker.allCases)
    func `each visitor finds open what is theirs, and nothing else exists for them`(_ knocker: Knocker) async throws {
        try await ServedTown.open(forms: FormLibrary([.sample], files: QuestionnaireFiles())) { town in
            try await Kept.fill(town)
            try await Kept.keepForm(town)
            try await Kept.beginJournal(town)
            let browser = try await knocker.browser(in: town)
            let (asset, code) = (try await town.assetPath(), try await town.receiptCode(of: .answered))
            var (absences, deadLinks): (Set<String>, Set<String>) = ([], [])
            var before = try town.ledger.counts()
            for door in Door.all {
                for kept in Kept.allCases where kept == .draft || door.path.contains("{id}") {
                    let knock = "\(knocker) \(door.name) \(kept)"
                    let page = try await browser.knock(at: door, kept, asset: asset, code: code)
                    let expected = door.expected(for: knocker, on: kept)
                    #expect(page.outcome == expected, "\(knock): \(page.status)")
                    if knocker.isKnown, page.status == 200, door.rule.asksWho, page.source.hasPrefix("<!DOCTYPE") {
                        #expect(page.source.contains(#"action="/deconnexion""#), "\(knock): no way out")
                    }
                    let after = try town.ledger.counts()
                    let changes = before.difference(to: after)
                    before = after
                    if expected == .absent || expected == .signIn {
                        for canary in Kept.canaries { #expect(!page.source.contains(canary), "\(knock): \(canary)") }
                        #expect(changes == expectedRows(door, knocker), "\(knock)")
                    }
                    guard expected == .absent else { continue }
                    let source = page.source.withoutKeys
                    if door.path == "/compte/{jeton}" { deadLinks.insert(source) } else { absences.insert(source) }
                }
            }
            // Refused or absent, whatever was asked and however: one body.
            #expect(absences.count == 1)
            // A link of an account that opens nothing says how to have another: the same, whatever link it was.
            #expect(deadLinks.count == 1)
        }
    }

    /// A refusal of someone known leaves its row; a stranger leaves nothing.
    private func expectedRows(_ door: Door, _ knocker: Knocker) -> [String: Int] {
        switch door.rule {
        case .nobody, .software: return [:]
        default: break
        }
        return knocker.isKnown ? ["history": 1] : [:]
    }

    @Test func `the refusal of someone known is written as a refusal, and names no one's health`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let browser = try await town.browser(of: .neighbour)
            _ = try await browser.get("/demandes/\(Kept.taken.id)")
            _ = try await browser.act("/demandes/\(Kept.taken.id)/prendre", key: "k", version: 3)
            #expect(try town.ledger.history() == ["access refused", "access refused"])
            let rows = try town.ledger.dump("history")
            for row in rows {
                #expect(row.contains("neighbour") && row.contains(Kept.taken.id))
                for canary in Kept.canaries { #expect(!row.contains(canary)) }
            }
        }
    }

    @Test func `to whom nothing is signed in, a demand that exists looks as one that does not`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            for knocker in [Knocker.anonymous, .expired, .disabled] {
                let browser = try await knocker.browser(in: town)
                let there = try await browser.get("/demandes/\(Kept.taken.id)")
                let nowhere = try await browser.get("/demandes/\(Kept.absent.id)")
                #expect(there.status == 401 && nowhere.status == 401)
                #expect(
                    there.source.withoutKeys.replacing(Kept.taken.id, with: "ID")
                        == nowhere.source.withoutKeys.replacing(Kept.absent.id, with: "ID"))
                #expect(there.headersButLength == nowhere.headersButLength)
            }
        }
    }

    @Test func `a photograph is reached only through its own demand`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let asker = try await town.browser(of: .asker)
            for kept in Kept.allCases where kept != .taken {
                #expect(try await asker.get("/demandes/\(Kept.taken.id)/photos/\(kept.photo)").status == 404)
            }
            let before = try town.ledger.counts()
            let path = "/demandes/\(Kept.draft.id)/photos/\(Kept.taken.photo)/retirer"
            #expect(try await asker.act(path, key: "k").status == 404)
            #expect(try town.ledger.counts()["attachments"] == before["attachments"])
            let withdrawal = try await asker.act(
                "/demandes/\(Kept.submitted.id)/retirer-photo", [("photo", Kept.taken.photo), ("motif", "x")],
                key: "k2",
                version: 3)
            #expect(withdrawal.status == 404)
            #expect(try await asker.get("/demandes/\(Kept.taken.id)/photos/\(Kept.taken.photo)").status == 200)
        }
    }

    @Test func `a photograph that was withdrawn is shown to nobody, those who could see it included`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let asker = try await town.browser(of: .asker)
            let path = "/demandes/\(Kept.taken.id)/photos/\(Kept.taken.photo)"
            _ = try await asker.act(
                on: Kept.taken.id, "retirer-photo", [("photo", Kept.taken.photo), ("motif", "Autre patient.")])
            for person in [Person.asker, .colleague, .senior, .regulator] {
                let browser = try await town.browser(of: person)
                #expect(try await browser.get(path).status == 404)
                #expect(!(try await browser.get("/demandes/\(Kept.taken.id)")).source.contains(path))
            }
        }
    }

    @Test func `lists show only what is the reader's`() async throws {
        let northern: Set<Knocker> = [
            .asker, .colleague, .delegate, .senior, .second, .junior, .regulator, .coordinator,
        ]
        // Answered: in no list of the pool, nor of those who watch over what is open.
        let southern: Set<Knocker> = [.neighbour, .southern]
        try await ServedTown.open { town in
            try await Kept.fill(town)
            for knocker in Knocker.allCases where knocker.isKnown {
                let browser = try await knocker.browser(in: town)
                var seen = ""
                for view in [
                    "", "?vue=a-prendre", "?vue=miennes", "?vue=repondues", "?vue=a-lire", "?vue=a-completer",
                    "?vue=a-clore",
                    "?vue=envoyees", "?vue=brouillons", "?vue=terminees", "?vue=reseau",
                ] {
                    seen += try await browser.get("/demandes\(view)").source
                }
                #expect(seen.contains("Cette lésion du dos") == northern.contains(knocker), "\(knocker)")
                #expect(
                    seen.contains("Cette tache du bras") == southern.contains(knocker), "\(knocker)")
                let readsDrafts = [Knocker.asker, .colleague, .delegate].contains(knocker)
                #expect(seen.contains(Kept.draft.id) == readsDrafts, "\(knocker)")
                #expect(seen.contains(Kept.otherDraft.id) == (knocker == .neighbour), "\(knocker)")
            }
        }
    }

    @Test func `what is withdrawn is withdrawn at once: an ended membership closes an open session's doors`()
        async throws
    {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let senior = try await town.browser(of: .second)
            let colleague = try await town.browser(of: .colleague)
            #expect(try await senior.get("/demandes/\(Kept.submitted.id)").status == 200)
            #expect(try await colleague.get("/demandes/\(Kept.draft.id)/brouillon").status == 200)
            let form = try await senior.get("/demandes/\(Kept.submitted.id)")
                .form(to: "/demandes/\(Kept.submitted.id)/prendre")
            try await town.server.store.write { tx in
                try tx.join("second", pool: "pool-north", as: .senior, status: .ended)
                try tx.join("colleague", structure: "practice", as: .member, status: .suspended)
            }
            #expect(try await senior.get("/demandes/\(Kept.submitted.id)").status == 404)
            #expect(try await senior.submit(form).status == 404)
            #expect(try await colleague.get("/demandes/\(Kept.draft.id)/brouillon").status == 404)
            #expect(try await colleague.get("/demandes/nouvelle").status == 404)
        }
    }

    @Test(arguments: ["neighbour", "administrator", "asker", "closed", "suspended", "elsewhere", "nobody", ""])
    func `a demand is proposed to nobody but an expert of its network`(_ someone: String) async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let kept = try await town.stored(Kept.submitted.id)
            let coordinator = try await town.browser(of: .coordinator)
            let page = try await coordinator.act(
                "/demandes/\(Kept.submitted.id)/attribuer", [("expert", someone)], key: "k", version: 3)
            #expect((400..<500).contains(page.status))
            #expect(try await town.stored(Kept.submitted.id) == kept)
        }
    }

    @Test func `who is proposed a demand may read it, until it is proposed to another`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let coordinator = try await town.browser(of: .coordinator)
            let southern = try await town.browser(of: .southern)
            for (expert, status) in [("southern", 200), ("second", 404)] {
                let version = try await town.stored(Kept.submitted.id)?.version
                let page = try await coordinator.act(
                    "/demandes/\(Kept.submitted.id)/attribuer", [("expert", expert)], key: expert, version: version)
                #expect(page.status == 303)
                #expect(try await southern.get("/demandes/\(Kept.submitted.id)").status == status)
            }
        }
    }

    @Test func `a téléexpertise is not sent on to a line that answers none`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let kept = try await town.stored(Kept.submitted.id)
            let coordinator = try await town.browser(of: .coordinator)
            for line in ["orientation north", "paused north", "dermatology east", "nowhere north", "dermatology", ""] {
                let page = try await coordinator.act(
                    "/demandes/\(Kept.submitted.id)/reorienter", [("ligne", line), ("motif", "Autre.")], key: line,
                    version: 3)
                #expect((400..<500).contains(page.status), "\(line)")
            }
            #expect(try await town.stored(Kept.submitted.id) == kept)
        }
    }
}

extension Browser {
    /// One knock, with a form that would be good but for its version: nothing of the town moves on.
    fileprivate func knock(at door: Door, _ kept: Kept, asset: String, code: String) async throws -> Page {
        let path = door.path.hasPrefix("/actifs/") ? asset : door.path.filled(kept, code: code)
        if door.method == "GET" { return try await get(path) }
        let form = door.form.map { ($0.0, $0.1 == "{photo}" ? kept.photo : $0.1) }
        if door.path.hasSuffix("/photos") {
            let fields = [(name: "_csrf", value: csrf), (name: "_cle", value: "matrix \(path)")]
            return try await upload(PageForm(action: path, id: nil, fields: fields), SamplePhoto.jpeg, named: "a.jpg")
        }
        if door.method == "PUT" { return try await put(SamplePhoto.jpeg, to: path) }
        return try await act(path, form, key: "matrix \(path)", version: 0)
    }
}

extension String {
    /// A door's path on that demand; the journal's first tile.
    func filled(_ kept: Kept, code: String = "CODE") -> String {
        let file =
            contains("/recu/") ? "recu-\(kept.number.rawValue).json" : contains("/dossier/") ? "dossier.zip" : "1.pdf"
        return filled([
            "id": kept.id, "photo": kept.photo, "part": "vignette", "depot": String(repeating: "0a", count: 16),
            "act": contains("/facturation/") ? "claim" : "act", "batch": "batch", "word": "facture",
            "file": file, "alarm": "alarm", "code": code, "jeton": "jeton", "mark": "opposition-dmp",
            "problem": "problem", "patient": Patient.sample.id.rawValue,
            "structure": Structure.otherPractice.id.rawValue, "membre": Person.neighbour.id.rawValue,
            "invitation": "invitation", "reseau": Network.sample.id.rawValue, "protocole": Kept.form.rawValue,
            "question": "nouvelle", "partie": "nouveau", "network": Network.sample.id.rawValue,
            "line": Offer.paused.id.rawValue,
            "personne": Person.second.id.rawValue,
        ])
        .replacing("tile/**", with: "tile/0/000.p/1")
    }
}

extension Page {
    fileprivate var outcome: Door.Expected? {
        switch status {
        case 400,
            404 where bytes.isEmpty && header("Content-Type")?.hasPrefix("text/plain") == true:
            .reached
        case 200..<400, 422: .open
        case 409: text.contains("Ce n’est plus possible maintenant") ? .late : .open
        case 404: .absent
        case 401: .signIn
        default: nil
        }
    }
}

extension Page {
    /// The length says how long the address was that is repeated in the page, and nothing else.
    fileprivate var headersButLength: [String] {
        headers.filter { $0.name != .contentLength }.map { "\($0.name): \($0.value)" }
    }
}

extension String {
    /// The same, whatever key each form was drawn with.
    var withoutKeys: String {
        var out = ""
        var rest = self[...]
        let mark = "name=\"_cle\" value=\""
        while let range = rest.firstRange(of: mark) {
            out += rest[..<range.upperBound]
            rest = rest[range.upperBound...].drop { $0 != "\"" }
        }
        return out + rest
    }
}

extension ServedTown {
    /// What stands in the QR code of that demand's report.
    func receiptCode(of kept: Kept) async throws -> String {
        let receipt = try await server.store.read { try Receipt.of(Identifier(kept.id), $0) }
        return try #require(receipt.flatMap { ReceiptCode($0) }).text
    }

    /// The style sheet's address, as pages name it.
    func assetPath() async throws -> String {
        let source = try await browser().get("/style").source
        return source.split(separator: "\"").first { $0.hasPrefix("/actifs/") && $0.hasSuffix(".css") }.map(String.init)
            ?? ""
    }
}
