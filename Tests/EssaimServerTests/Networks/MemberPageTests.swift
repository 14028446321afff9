import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct MemberPageTests {
    private static let list = "/reseaux/network/membres"

    private func member(_ person: Identifier<Person>, in town: ServedTown) async throws -> NetworkMember? {
        try await town.server.store.read { try $0.member(person, of: Network.sample.id) }
    }

    @Test func `an administrator reads the list, a coordinator reads it without a form, nobody else`() async throws {
        try await ServedTown.open { town in
            let administrator = try await town.browser(of: .administrator).get(Self.list)
            #expect(
                administrator.text.contains(Person.senior.familyName)
                    && administrator.text.contains("Inviter cette personne"))
            let coordinator = try await town.browser(of: .coordinator).get(Self.list)
            #expect(coordinator.text.contains(Person.senior.familyName) && !coordinator.text.contains("Inviter"))
            #expect(try await town.browser(of: .senior).get(Self.list).status == 404)
        }
    }

    @Test func `a table pasted invites its good rows and tells the others`() async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: .administrator)
            let table =
                "nom;prenom;profession;courriel;roles\nNeuve;Ève;hors-sante;eve@exemple.fr;secretaire\nVide;;mage;;\n"
            let page = try await browser.act(
                "\(Self.list)/inviter", [("table", table), ("_suite", "envoyer")], key: "t", version: nil)
            #expect(page.status == 422 && page.text.contains("invitation faite") && page.text.contains("mage"))
            let all = try await town.server.store.read { try $0.members(of: Network.sample.id) }
            #expect(all.filter { $0.person.familyName == "Neuve" }.map(\.status) == [.invited])
            #expect(!all.contains { $0.person.familyName == "Vide" })
        }
    }

    @Test func `a table is first told row by row, or downloaded, and nothing is written`() async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: .administrator)
            let table =
                "nom;prenom;profession;courriel;roles\nNeuve;Ève;hors-sante;eve@exemple.fr;secretaire\nVide;;mage;;\n"
            let told = try await browser.act("\(Self.list)/inviter", [("table", table)], key: "t", version: nil)
            #expect(told.status == 200 && told.text.contains("mage") && told.text.contains("eve@exemple.fr"))
            let report = try await browser.act(
                "\(Self.list)/inviter", [("table", table), ("_suite", "telecharger")], key: "u", version: nil)
            #expect(report.status == 200 && report.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(report.source.contains("2;Ève Neuve;à inviter"))
            #expect(report.source.contains("refus"))
            let all = try await town.server.store.read { try $0.members(of: Network.sample.id) }
            #expect(!all.contains { $0.person.familyName == "Neuve" })
        }
    }

    @Test func `a place is changed over what was read, and ended; what is held goes back`() async throws {
        try await ServedTown.open { town in
            try await town.keep(.sample(.taken))
            let holder = try #require(try await town.stored("request")?.lead?.expert)
            let browser = try await town.browser(of: .administrator)
            let stamp = try #require(try await member(holder, in: town)).stamp
            let path = "\(Self.list)/\(holder)"
            let stale = try await browser.act(path + "/place", [("roles", "responsable")], key: "a", version: stamp + 1)
            #expect(stale.status == 409)
            let form = [("roles", "responsable"), ("equipe.\(Pool.north.id)", "junior")]
            #expect(try await browser.act(path + "/place", form, key: "b", version: stamp).status == 303)
            let placed = try #require(try await member(holder, in: town))
            #expect(placed.roles.keys.map(\.self) == [.head] && placed.pools[Pool.north.id]?.grade == .junior)
            #expect(try await browser.act(path + "/fin", [], key: "c", version: placed.stamp).status == 303)
            #expect(try await member(holder, in: town) == nil)
            #expect(try await town.server.store.read { try $0.guaranteeAt("request") } == town.clock.now())
        }
    }

    @Test func `an administrator does not shut the door behind themselves`() async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: .administrator)
            let own = try #require(try await member(Person.administrator.id, in: town))
            let path = "\(Self.list)/\(Person.administrator.id)/fin"
            #expect(try await browser.act(path, [], key: "a", version: own.stamp).status == 422)
            #expect(try await member(Person.administrator.id, in: town) == own)
        }
    }

    @Test func `a demonstration invites nobody, and stays one`() async throws {
        try await ServedTown.open { town in
            try await town.server.store.write { try $0.set(Setting.demonstration, to: "yes") }
            let browser = try await town.browser(of: .administrator)
            let table = "nom;prenom;profession;courriel;roles\nNeuve;Ève;hors-sante;eve@exemple.fr;secretaire\n"
            let page = try await browser.act(
                "\(Self.list)/inviter", [("table", table), ("_suite", "envoyer")], key: "t", version: nil)
            #expect(page.status == 422 && page.text.contains("une démonstration n’invite personne"))
            #expect(try await town.server.store.read { try $0.isDemonstration() })
        }
    }

    @Test func `an establishment invites to its own teams; a row that gives more is refused, and alone`() async throws {
        try await ServedTown.open { town in
            let keeper = Person.sample("keeper", "Établi", "Ève", .none)
            try await town.server.store.write { tx in
                var network = try #require(try tx.network(Network.sample.id))
                network.partners = [Partner(id: "network/chu", name: "CHU", kind: .hospital)]
                network.pools[0].owner = "network/chu"
                try tx.save(network)
                try Town.open(keeper, in: tx)
                try tx.join(keeper.id, partner: "network/chu", status: .active)
            }
            let pools = Network.sample.pools.map { $0.id.rawValue.split(separator: "/").last.map(String.init) ?? "" }
            let table = """
                nom;prenom;profession;courriel;roles;equipes
                Sienne;Ève;medecin;sienne@exemple.fr;;\(pools[0])
                Voisine;Ève;medecin;voisine@exemple.fr;;\(pools[1])
                Promue;Ève;medecin;promue@exemple.fr;coordinateur;\(pools[0])

                """
            let browser = try await town.browser(of: keeper)
            let page = try await browser.act(
                "\(Self.list)/inviter", [("table", table), ("_suite", "envoyer")], key: "t", version: nil)
            #expect(page.status == 422 && page.text.contains("n’est pas de votre ressort"))
            let all = try await town.server.store.read { try $0.members(of: Network.sample.id) }
            #expect(all.map(\.person.familyName).filter(["Sienne", "Voisine", "Promue"].contains) == ["Sienne"])
        }
    }

    @Test func `an establishment’s people change its teams, and nothing else`() async throws {
        var network = Network.sample
        network.partners = [Partner(id: "chu", name: "CHU", kind: .hospital)]
        network.pools[0].owner = "chu"
        let caller = Caller(
            person: .senior, structures: [], pools: [], networks: [],
            partners: [Caller.InPartner(partner: "chu", network: network.id)])
        let scope = MemberScope(of: caller, in: network)
        #expect(scope.pools == [network.pools[0].id] && scope.partners == ["chu"] && !scope.keepsRoles)
        let member = DeclaredMember(
            key: "m", sign: .login("m"), familyName: "M", givenName: "M", profession: .doctor, roles: [.head],
            pools: [network.pools[0].id: .senior, network.pools[1].id: .senior])
        let changed = scope.changed(member, to: TypedPlaces())
        #expect(changed.roles == [.head] && changed.pools == [network.pools[1].id: .senior])
        #expect(!scope.covers(member) && !MemberScope(of: Town.caller(.coordinator), in: network).covers(member))
    }
}
