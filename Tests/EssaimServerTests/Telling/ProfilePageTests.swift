import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct ProfilePageTests {
    /// The secret of the last message that asks to confirm an address.
    private func secret(_ courier: RecordingCourier) throws -> String {
        guard case .check(let secret, _)? = courier.carried.last?.message.content else {
            throw Page.Missing(what: "a message to confirm", status: 0, text: "")
        }
        return secret
    }

    @Test func `an address is confirmed by the link sent to it, once, by whoever gave it`() async throws {
        try await TellingTown.open(reached: []) { telling in
            let asker = try await telling.town.browser(of: .asker)
            let profile = try await asker.get("/profil")
            let sent = try await asker.submit(
                try profile.form(to: "/profil/courriel"), [("courriel", " anne@exemple.fr ")])
            #expect(sent.status == 303 && sent.location == "/profil?fait=lien")
            _ = try await telling.town.answeredDemand()
            #expect(try telling.notices().isEmpty, "nothing before it is confirmed")
            try await telling.send()
            #expect(telling.mail.carried.map(\.address) == ["anne@exemple.fr"])
            let path = "/profil/courriel/\(try secret(telling.mail))"
            #expect(!(try telling.town.ledger.dumpAll().joined().contains(try secret(telling.mail))), "kept nowhere")
            // Looked at by a mail filter: nothing is confirmed by looking.
            #expect(try await asker.get(path).status == 200)
            let other = try await telling.town.browser(of: .colleague)
            let stolen = try await other.submit(try await other.get(path).form(to: path))
            #expect(stolen.status == 422 && stolen.text.contains("Ce lien ne confirme rien"))
            #expect(try await telling.town.browser().get(path).status == 401)
            let confirmed = try await asker.submit(try await asker.get(path).form(to: path))
            #expect(confirmed.status == 303)
            #expect(try await asker.get("/profil").text.contains("L’adresse anne@exemple.fr est confirmée."))
            // Nobody but who has just followed the link would read of it.
            try await telling.send()
            #expect(telling.mail.carried.count == 1)
            let twice = try await asker.submit(try await asker.get(path).form(to: path))
            #expect(twice.status == 422)
            #expect(
                try telling.town.ledger.history().filter { $0.hasPrefix("profile.contact") }.sorted() == [
                    "profile.contact done", "profile.contact done", "profile.contact refused",
                    "profile.contact refused",
                ])
        }
    }

    @Test func `a link is too old after a day, and of no use once another was asked for`() async throws {
        try await TellingTown.open(reached: []) { telling in
            let ask: @Sendable (String) async throws -> String = { address in
                let asker = try await telling.town.browser(of: .asker)
                _ = try await asker.submit(
                    try await asker.get("/profil").form(to: "/profil/courriel"), [("courriel", address)])
                try await telling.send()
                return try secret(telling.mail)
            }
            let confirm: @Sendable (String) async throws -> Int = { token in
                let asker = try await telling.town.browser(of: .asker)
                let path = "/profil/courriel/\(token)"
                return try await asker.submit(try await asker.get(path).form(to: path)).status
            }
            let first = try await ask("un@exemple.fr")
            let second = try await ask("deux@exemple.fr")
            #expect(try await confirm(first) == 422)
            telling.town.clock.advance(by: .hours(24))
            #expect(try await confirm(second) == 422)
            let third = try await ask("trois@exemple.fr")
            telling.town.clock.advance(by: .hours(23))
            #expect(try await confirm(third) == 303)
            // A new address waits; the confirmed one stays until then.
            _ = try await ask("quatre@exemple.fr")
            #expect(
                try await telling.town.server.store.read { try $0.address(of: Person.asker.id, by: .mail) }
                    == "trois@exemple.fr")
        }
    }

    @Test func `a code is six digits, good for a quarter of an hour and five tries`() async throws {
        try await TellingTown.open(reached: []) { telling in
            let asker = try await telling.town.browser(of: .asker)
            let sent = try await asker.submit(
                try await asker.get("/profil").form(to: "/profil/mobile"), [("mobile", "06 12 34 56 78")])
            #expect(sent.location == "/profil?fait=code")
            try await telling.send()
            #expect(telling.sms.carried.map(\.address) == ["+33612345678"])
            let code = try secret(telling.sms)
            #expect(code.count == 6 && code.allSatisfy(\.isNumber))
            let wrong = code == "000000" ? "000001" : "000000"
            for _ in 0..<5 {
                let page = try await asker.submit(
                    try await asker.get("/profil").form(to: "/profil/code"), [("code", wrong)])
                #expect(page.status == 422 && page.text.contains("Ce code n’est pas le bon"))
            }
            let right = try await asker.submit(
                try await asker.get("/profil").form(to: "/profil/code"), [("code", code)])
            #expect(right.status == 422 && right.text.contains("Trop d’essais"))
            // Another code begins anew.
            _ = try await asker.submit(
                try await asker.get("/profil").form(to: "/profil/mobile"), [("mobile", "0612345678")])
            try await telling.send()
            let second = try secret(telling.sms)
            let form = try await asker.get("/profil").form(to: "/profil/code")
            #expect(try await asker.submit(form, [("code", " \(second.prefix(3)) \(second.suffix(3)) ")]).status == 303)
            #expect(try await asker.get("/profil").text.contains("Le numéro +33612345678 est confirmé."))
        }
    }

    @Test(arguments: [
        ("courriel", "anne"), ("courriel", String(repeating: "a", count: 1000) + "@exemple.fr"),
        ("courriel", "a@exemple.fr\r\nBcc: x@exemple.fr"), ("courriel", ""), ("mobile", "02 96 00 00 00"),
        ("mobile", "15"), ("mobile", "bonjour"),
    ])
    func `what is no address is said at its field, kept as typed, and nothing is saved`(
        field: String, typed: String
    ) async throws {
        try await TellingTown.open(reached: []) { telling in
            let asker = try await telling.town.browser(of: .asker)
            let page = try await asker.submit(
                try await asker.get("/profil").form(to: "/profil/\(field)"), [(field, typed)])
            #expect(page.status == 422)
            #expect(page.text.contains(field == "mobile" ? "Ce n’est pas un numéro" : "Ce n’est pas une adresse"))
            // A field of one line holds none of its ends.
            if !typed.contains(where: \.isNewline) {
                #expect(try page.form(to: "/profil/\(field)").value(field) == typed)
            }
            #expect(try telling.town.ledger.counts()["contacts"] == 0)
        }
    }

    @Test func `a sixth address in a day is not written to`() async throws {
        try await TellingTown.open(reached: []) { telling in
            for number in 1...6 {
                let asker = try await telling.town.browser(of: .asker)
                let page = try await asker.submit(
                    try await asker.get("/profil").form(to: "/profil/courriel"),
                    [("courriel", "numero\(number)@exemple.fr")])
                #expect(page.status == (number <= 5 ? 303 : 422), "\(number)")
                try await telling.send()
            }
            #expect(telling.mail.carried.count == 5)
        }
    }

    @Test func `choices are kept, and what is no hour is said at its field`() async throws {
        try await TellingTown.open { telling in
            let asker = try await telling.town.browser(of: .asker)
            let form = try await asker.get("/profil").form(to: "/profil/reglages")
            #expect(form.value("heures") == "12:30, 18:30" && form.value("calme_de") == "20:00")
            let wrong = try await asker.submit(form, [("heures", "midi"), ("calme_de", "25h"), ("par_sms", "nothing")])
            #expect(wrong.status == 422 && wrong.text.contains("sont à revoir"))
            #expect(try wrong.form(to: "/profil/reglages").value("heures") == "midi")
            #expect(try telling.town.ledger.counts()["telling_choices"] == 0)
            let saved = try await asker.submit(
                form,
                [("heures", "8h, 12h30"), ("calme_de", ""), ("calme_a", ""), ("par_courriel", "pressing")])
            #expect(saved.status == 303)
            #expect(
                try await telling.town.server.store.read { try $0.choices(of: Person.asker.id) }
                    == TellingChoices(
                        mail: .pressing, sms: .pressing,
                        hours: TellingHours(digests: [480, 750], quietFrom: 0, quietTo: 0, quietSundays: true)))
            let again = try await asker.get("/profil").form(to: "/profil/reglages")
            #expect(again.value("heures") == "08:00, 12:30" && again.value("calme_de") == "")
        }
    }

    @Test func `the billing number is checked, kept, and taken away`() async throws {
        try await TellingTown.open { telling in
            let asker = try await telling.town.browser(of: .asker)
            let stored: @Sendable () async throws -> String? = {
                try await telling.town.server.store.read { try $0.person(Person.asker.id)?.billingNumber?.rawValue }
            }
            let form = try await asker.get("/profil").form(to: "/profil/facturation")
            let wrong = try await asker.submit(form, [("facturation", "2210")])
            #expect(wrong.status == 422 && wrong.text.contains("Il manque"))
            #expect(try wrong.form(to: "/profil/facturation").value("facturation") == "2210")
            #expect(try await stored() == nil)
            #expect(try await asker.submit(form, [("facturation", "22 1 00001 5")]).status == 303)
            #expect(try await stored() == "221000015")
            #expect(try await asker.submit(form, [("facturation", "")]).status == 303)
            #expect(try await stored() == nil)
            let page = try await telling.town.browser(of: .delegate).get("/profil")
            #expect(throws: (any Error).self) { try page.form(to: "/profil/facturation") }
        }
    }

    @Test func `an address taken away is sent nothing any more, what waits for it neither`() async throws {
        try await TellingTown.open { telling in
            _ = try await telling.town.answeredDemand()
            let asker = try await telling.town.browser(of: .asker)
            let form = try await asker.get("/profil").form(to: "/profil/courriel")
            #expect(try await asker.submit(form, [("retirer", "oui")]).status == 303)
            try telling.goTo(12, 30)
            try await telling.send()
            // But that it was taken away, which its owner may not have done.
            guard case .account(.addressRemoved, _, _)? = telling.mail.carried.first?.message.content else {
                Issue.record("not told")
                return
            }
            #expect(telling.mail.carried.count == 1)
        }
    }
}
