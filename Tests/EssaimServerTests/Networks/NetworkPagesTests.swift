import EssaimDomain
import EssaimNetworkFiles
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// A network changed on its pages, by the rules of its file.
struct NetworkPagesTests {
    private static let onco = "/reseaux/oncobreizh"
    private static let alliance = "/reseaux/seine-et-marne"

    /// The fields of a part as its page shows them, some typed over.
    private func save(_ path: String, _ typed: [(String, String)], by browser: Browser) async throws -> Page {
        let form = try #require(try await browser.get(path).forms.first { $0.action == path })
        return try await browser.submit(form, typed + [("geste", "enregistrer")])
    }

    private func network(_ id: String, in town: NetworkTown) async throws -> Network {
        try #require(try await town.town.server.store.read { try $0.network(Identifier(id)) })
    }

    @Test func `its administrator renames a sector, adds one, gives a line other delays, and retires a team`()
        async throws
    {
        try await NetworkTown.open(["oncobreizh"]) { town in
            let who = try await town.member("ad", "Essai-Admin", of: "oncobreizh", as: .administrator)
            let browser = try await town.town.browser(of: who)
            #expect(try await browser.get("/reseaux").text.contains("OncoBreizh"))
            let before = try await network("oncobreizh", in: town)

            #expect(
                try await save("\(Self.onco)/zones/rennes", [("nom", "Rennes et Saint-Malo")], by: browser).status
                    == 303)
            let added = try await save(
                "\(Self.onco)/zones/nouveau",
                [("nom-court", "mayenne"), ("nom", "Mayenne"), ("departements", "53")], by: browser)
            #expect(added.status == 303, "\(added.text.prefix(400))")
            let line = try await save(
                "\(Self.onco)/lignes/eruption", [("delais", "simple: 5 j\nurgent: 12 h")], by: browser)
            #expect(line.status == 303, "\(line.text.prefix(400))")

            let after = try await network("oncobreizh", in: town)
            #expect(after.zone("oncobreizh/rennes")?.name == "Rennes et Saint-Malo")
            #expect(after.zone("oncobreizh/mayenne")?.departements == ["53"])
            #expect(after.offer("oncobreizh/eruption")?.targets[.urgent] == AnswerTarget(hours: 12))
            // The rest is as it was, sector by sector and line by line.
            #expect(after.zone("oncobreizh/brest-lannion") == before.zone("oncobreizh/brest-lannion"))
            #expect(after.offer("oncobreizh/lesion-suspecte") == before.offer("oncobreizh/lesion-suspecte"))
            #expect(after.guarantee == before.guarantee && after.letterhead == before.letterhead)
            #expect(
                try town.town.ledger.look.texts(
                    "SELECT action FROM history WHERE action LIKE 'network.%' ORDER BY at, id") == [
                        "network.apply", "network.change", "network.add", "network.change",
                    ])
        }
    }

    @Test func `what a file refuses, a page refuses with the same words, and nothing is written`() async throws {
        try await NetworkTown.open(["oncobreizh"]) { town in
            let who = try await town.member("ad", "Essai-Admin", of: "oncobreizh", as: .administrator)
            let browser = try await town.town.browser(of: who)
            let before = try await network("oncobreizh", in: town)
            let wrong: [(path: String, typed: [(String, String)], said: String)] = [
                ("zones/rennes", [("departements", "99")], "99"),
                ("zones/rennes", [("departements", ""), ("communes", "")], "vide"),
                ("zones/rennes", [("deborde", "nantes")], "nantes"),
                ("zones/nouveau", [("nom-court", "rennes"), ("nom", "Encore"), ("departements", "53")], "déjà pris"),
                ("zones/nouveau", [("nom-court", ""), ("nom", "Sans nom"), ("departements", "53")], "nom court"),
                ("zones/nouveau", [("nom-court", "Île !"), ("nom", "Île"), ("departements", "53")], "Île"),
                ("lignes/eruption", [("delais", "simple: demain")], "demain"),
                ("lignes/eruption", [("delais", "simple: [")], "delais"),
                ("lignes/eruption", [("equipes", "rennes: personne")], "personne"),
                ("lignes/eruption", [("horaires", "&a [*a]")], "renvois"),
                ("lignes/eruption", [("formulaire", "inconnu")], "inconnu"),
                ("identite", [("telephone", "numéro")], "ne se compose pas"),
                ("identite", [("nom", "")], "nom"),
                ("identite", [("objectifs", "reponse-48h: 101")], "101"),
            ]
            for one in wrong {
                let page = try await save("\(Self.onco)/\(one.path)", one.typed, by: browser)
                #expect(page.status == 422, "\(one)")
                #expect(page.text.contains(one.said), "\(one): \(page.text.prefix(600))")
            }
            let retired = try #require(
                try await browser.get("\(Self.onco)/equipes/rennes").forms.last {
                    $0.action.hasSuffix("/equipes/rennes")
                })
            #expect(try await browser.submit(retired, [("geste", "retirer")]).status == 422, "its lines name it")
            #expect(try await network("oncobreizh", in: town) == before)
        }
    }

    @Test func `two who change it at once: the second is told, and keeps what they wrote`() async throws {
        try await NetworkTown.open(["oncobreizh"]) { town in
            let who = try await town.member("ad", "Essai-Admin", of: "oncobreizh", as: .administrator)
            let browser = try await town.town.browser(of: who)
            let path = "\(Self.onco)/equipes/rennes"
            let form = try #require(try await browser.get(path).forms.first { $0.action == path })
            #expect(try await save(path, [("nom", "Premier")], by: browser).status == 303)
            let late = try await browser.submit(form, [("nom", "Second"), ("geste", "enregistrer")])
            #expect(late.status == 409 && late.source.contains("Second"))
            #expect(try await network("oncobreizh", in: town).pool("oncobreizh/rennes")?.name == "Premier")
            let again = try #require(late.forms.first { $0.action == path })
            #expect(try await browser.submit(again, [("geste", "enregistrer")]).status == 303)
            #expect(try await network("oncobreizh", in: town).pool("oncobreizh/rennes")?.name == "Second")
        }
    }

    @Test(arguments: [NetworkRole.coordinator, .regulator, .sectorReferent, .head])
    func `who steers it sees all of it and changes nothing`(role: NetworkRole) async throws {
        try await NetworkTown.open(["oncobreizh"]) { town in
            let who = try await town.member("co", "Essai-Pilote", of: "oncobreizh", as: role)
            let keeper = try await town.member("ad", "Essai-Admin", of: "oncobreizh", as: .administrator)
            let browser = try await town.town.browser(of: who)
            for path in [
                "", "/identite", "/partenaires", "/zones", "/equipes", "/lignes", "/lignes/eruption", "/fichier",
            ] {
                #expect(try await browser.get(Self.onco + path).status == 200, "\(path)")
            }
            #expect(try await browser.get(Self.onco + "/lignes/nouveau").status == 404)
            let page = try await browser.get(Self.onco + "/zones/rennes")
            #expect(page.forms.allSatisfy { !$0.action.hasPrefix(Self.onco) })
            // With the form of somebody who may.
            let path = Self.onco + "/zones/rennes"
            let seen = try await town.town.browser(of: keeper).get(path)
            let version = try #require(seen.forms.first { $0.action == path }?.value("_version").flatMap(Int.init))
            #expect(
                try await browser.act(path, [("nom", "À moi"), ("geste", "enregistrer")], key: "k", version: version)
                    .status
                    == 404)
            #expect(try await network("oncobreizh", in: town).zone("oncobreizh/rennes")?.name == "Rennes")
        }
    }

    @Test func `an establishment changes its own lines and teams, nothing else, and gives nothing away`() async throws {
        try await NetworkTown.open(["seine-et-marne"]) { town in
            let who = Person.sample("fo", "Essai-Forcilles", "Sacha", .doctor)
            try await town.town.server.store.write { tx in
                try Town.open(who, in: tx)
                try tx.join(who.id, partner: "seine-et-marne/forcilles", status: .active)
            }
            let browser = try await town.town.browser(of: who)
            let line = "\(Self.alliance)/lignes/thyroide"
            #expect(try await save(line, [("resume", "Un nodule.")], by: browser).status == 303)
            #expect(
                try await network("seine-et-marne", in: town).offer("seine-et-marne/thyroide")?.summary == "Un nodule.")

            let before = try await network("seine-et-marne", in: town)
            let given = try await save(line, [("partenaire", "ghef")], by: browser)
            #expect(given.status == 422 && given.text.contains("n’administre que ses lignes"))
            let borrowed = try await save(line, [("equipes", "seine-et-marne: orl")], by: browser)
            #expect(borrowed.status == 422 && borrowed.text.contains("répondez par ses équipes"))
            // Another's line, and what is the network's own: read.
            for path in ["lignes/orl", "equipes/orl", "zones/seine-et-marne", "partenaires/forcilles", "identite"] {
                let page = try await browser.get("\(Self.alliance)/\(path)")
                #expect(page.status == 200 && page.forms.allSatisfy { !$0.action.hasPrefix(Self.alliance) }, "\(path)")
            }
            #expect(try await browser.get("\(Self.alliance)/zones/nouveau").status == 404)
            let foreign = try await save(
                "\(Self.alliance)/equipes/nouveau", [("nom-court", "autre"), ("nom", "Autre"), ("partenaire", "ghef")],
                by: browser)
            #expect(foreign.status == 422)
            #expect(try await network("seine-et-marne", in: town) == before)
            let own = try await save(
                "\(Self.alliance)/equipes/nouveau",
                [("nom-court", "sommeil"), ("nom", "Sommeil"), ("partenaire", "forcilles")], by: browser)
            #expect(own.status == 303, "\(own.text.prefix(300))")
        }
    }

    @Test(arguments: ShippedNetworks.names)
    func `each part of each shipped network, saved as it is shown, changes nothing`(name: String) throws {
        let text = try #require(ShippedNetworks.file(named: name))
        let forms = try EmbeddedData.forms().ids
        let network = try NetworkFile.read(text, forms: forms).get()
        var seen = 0
        for section in SheetSection.allCases {
            for part in NetworkSheet.parts(of: network, in: section) {
                let edit = SheetEdit(section, part.id, .write(part.fields))
                let after = try NetworkSheets().edited(network, by: edit, forms: forms).get()
                #expect(after == network, "\(section) \(part.id)")
                seen += 1
            }
        }
        #expect(seen > 3)
    }

    @Test func `nobody else finds any of it, and the file that is shown applies as it is`() async throws {
        try await NetworkTown.open(["oncobreizh"]) { town in
            let expert = try await town.expert("ex", "Essai-Expert", in: "oncobreizh/rennes")
            let browser = try await town.town.browser(of: expert)
            for path in [
                "/reseaux", Self.onco, Self.onco + "/lignes", Self.onco + "/lignes/eruption", Self.onco + "/fichier",
            ] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
            let keeper = try await town.member("ad", "Essai-Admin", of: "oncobreizh", as: .administrator)
            let file = try await town.town.browser(of: keeper).get(Self.onco + "/fichier")
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(try await town.town.server.apply(networkFile: text).difference == [])
        }
    }
}
