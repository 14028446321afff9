import EssaimDomain
import EssaimNetworkFiles
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct NetworkMembersTests {
    private static let head = """
        reseau: essai
        nom: Réseau d’essai
        zones:
          nord:
            nom: Nord
            departements: [22, 29]
        equipes:
          nord:
            nom: Équipe du nord
        lignes:
          peau:
            titre: Peau
            equipes:
              nord: nord
        """

    private static func member(_ index: Int, _ places: String = "equipes:\n      nord: senior") -> String {
        """

          m\(index):
            nom: Essai
            prenom: N\(index)
            rpps: \(rpps(index))
            profession: medecin
            \(places)
        """
    }

    private static let twoOnDuty =
        head + "\nmembres:" + member(1) + member(2) + """

            permanences:
              lundi:
                equipe: nord
                qui: m1
                jours: [lun]
                heures: journee
                du: 2026-12-07
            """

    @Test func `a file with people and duties is applied once, shows itself again, and changes nothing twice`()
        async throws
    {
        try await ServedTown.open { town in
            let rehearsed = try await town.server.apply(networkFile: Self.twoOnDuty, isRehearsal: true)
            #expect(rehearsed.difference.contains { $0.contains("membre") })
            #expect(try await town.server.networkFile(of: "essai") == nil)
            let applied = try await town.server.apply(networkFile: Self.twoOnDuty)
            #expect(applied.difference == rehearsed.difference)
            let version = try await town.server.store.read { try $0.networkVersion("essai") }
            #expect(try await town.server.apply(networkFile: Self.twoOnDuty).difference.isEmpty)
            let shown = try #require(try await town.server.networkFile(of: "essai"))
            #expect(shown.contains("m1:") && shown.contains("permanences:"))
            #expect(try await town.server.apply(networkFile: shown).difference.isEmpty)
            #expect(try await town.server.networkFile(of: "essai") == shown)
            #expect(try await town.server.store.read { try $0.networkVersion("essai") } == version)
        }
    }

    @Test func `a file without people leaves them; one that names a stranger on duty changes nothing`() async throws {
        try await ServedTown.open { town in
            _ = try await town.server.apply(networkFile: Self.twoOnDuty)
            let shown = try await town.server.networkFile(of: "essai")
            #expect(try await town.server.apply(networkFile: Self.head).difference.isEmpty)
            #expect(try await town.server.networkFile(of: "essai") == shown)
            let stranger =
                Self.head.replacing("Réseau d’essai", with: "Autre nom") + """

                    permanences:
                      mardi:
                        equipe: nord
                        qui: personne
                        jours: [mar]
                        heures: matin
                        du: 2026-12-07
                    """
            let faults = await #expect(throws: NetworkFileFaults.self) {
                try await town.server.apply(networkFile: stranger)
            }
            #expect(faults?.french.first?.contains("m1, m2") == true, "\(faults?.french ?? [])")
            #expect(try await town.server.networkFile(of: "essai") == shown)
        }
    }

    @Test func `who is no longer named leaves, and what they hold goes back to its team`() async throws {
        try await ServedTown.open { town in
            try await town.keep(.sample(.taken))
            let holder = try #require(try await town.stored("request")?.lead?.expert)
            let network = try #require(try await town.server.store.read { try $0.network(Network.sample.id) })
            let others = try await town.server.store.read { tx in
                try tx.members(of: network.id).declared().filter { $0.sign != .login("") }
            }
            let standing = try await town.server.store.read { try $0.members(of: network.id) }
            let gone = zip(standing, others).filter { $0.0.person.id != holder }.map(\.1)
            let now = town.clock.now()
            let left = try await town.server.store.write { tx in
                let plan = try tx.plan(gone, of: network, isWhole: true, at: now)
                _ = try tx.apply(plan, to: network.id, leaving: ReturningHolder(), at: now)
                return plan.leaving
            }
            #expect(left == [holder])
            #expect(
                try await town.server.store.read { try $0.guaranteeAt("request") } == now, "the sweep takes it back")
            #expect(try await town.server.store.read { try $0.caller(holder) }?.answers(in: network.id) == false)
        }
    }

    @Test func `an account for someone who is awaited makes them active`() async throws {
        try await ServedTown.open { town in
            _ = try await town.server.apply(networkFile: Self.twoOnDuty)
            let before = try await town.server.store.read { try $0.members(of: "essai") }
            #expect(before.map(\.status) == [.invited, .invited])
            let user = NewUser(
                login: "n1", familyName: "Essai", givenName: "N1", profession: "10", rpps: rpps(1))
            _ = try await town.server.add(user)
            let after = try await town.server.store.read { try $0.members(of: "essai") }
            #expect(after.map(\.status) == [.active, .invited] && after.map(\.person.id) == before.map(\.person.id))
            #expect(try await town.server.store.read { try $0.expertCount(in: "essai/nord") } == 1)
            #expect(try await town.server.apply(networkFile: Self.twoOnDuty).difference.isEmpty)
        }
    }

    @Test func `a table invites its good rows, tells each, and invites nobody twice`() async throws {
        try await ServedTown.open { town in
            _ = try await town.server.apply(networkFile: Self.head)
            let table = Array(
                """
                nom;prenom;rpps;profession;equipes;roles
                Essai;N1;\(rpps(1));medecin;nord;
                Essai;N2;12;medecin;nord;
                Essai;N1;\(rpps(1));medecin;;responsable
                Essai;N3;\(rpps(3));medecin;;responsable
                """.utf8)
            let rehearsed = try await town.server.invite(table: table, to: "essai", isRehearsal: true)
            #expect(try await town.server.store.read { try $0.members(of: "essai") }.isEmpty)
            let results = try #require(try await town.server.invite(table: table, to: "essai"))
            #expect(results == rehearsed)
            #expect(results.map(\.line) == [2, 3, 4, 5] && results.map(\.isRefused) == [false, true, true, false])
            #expect(results[0].outcome == .invited && results[3].outcome == .invited)
            #expect(try await town.server.store.read { try $0.members(of: "essai") }.count == 2)
            let again = try #require(try await town.server.invite(table: table, to: "essai"))
            #expect(again[0].outcome == .alreadyThere && again[3].outcome == .alreadyThere)
            #expect(try await town.server.invite(table: table, to: "nowhere") == nil)
        }
    }

    @Test func `five thousand members are applied, and again without a change`() async throws {
        try await ServedTown.open { town in
            let file = Self.head + "\nmembres:" + (1...5_000).map { Self.member($0) }.joined()
            let applied = try await town.server.apply(networkFile: file)
            #expect(applied.difference.count > 5_000)
            let again = try await town.server.apply(networkFile: file)
            #expect(again.difference.isEmpty)
        }
    }
}

/// A number in a range that nobody bears, with its key.
private func rpps(_ index: Int) -> String {
    let digits = String(index)
    let stem = "999" + String(repeating: "0", count: 7 - digits.count) + digits
    return (0...9).map { stem + String($0) }.first { RPPS(rawValue: $0)?.hasKey == true } ?? stem
}
