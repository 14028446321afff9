import EssaimServer
import EssaimWorkflow

/// A network's file with 5,000 members, applied to a server that knows none of them, then again, without a change.
/// Ceiling: one transaction of as many plain inserts as the first one writes rows: account, person, place, invitation.
enum ApplyFigures {
    private static let members = 5_000
    private static let rowsAMember = 4

    static func measure(_ server: EssaimServer) async throws -> Report.Apply {
        let file = file
        let start = ContinuousClock.now
        let applied = try await server.apply(networkFile: file)
        let first = ContinuousClock.now
        let again = try await server.apply(networkFile: file)
        let second = ContinuousClock.now
        precondition(applied.difference.count > members && again.difference.isEmpty)
        let value = String(repeating: "valeur d’essai ", count: 12)
        try await server.store.write { tx in
            for number in 0..<members * rowsAMember { try tx.set("apply-\(number)", to: value) }
        }
        let plain = ContinuousClock.now - second
        let figure = Report.Apply(
            members: members, seconds: (first - start) / .seconds(1), againSeconds: (second - first) / .seconds(1),
            plainSeconds: plain / .seconds(1), ratio: (first - start) / plain)
        Report.say(
            """
            \(members) members applied in \(Report.short(figure.seconds)) s, again without a change in \
            \(Report.short(figure.againSeconds)) s; \(Report.short(figure.ratio)) times as many plain rows
            """)
        return figure
    }

    private static var file: String {
        """
        reseau: benchmark-apply
        nom: Réseau de cinq mille membres
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
        membres:

        """
            + (1...members).map { number in
                """
                  m\(number):
                    nom: Essai
                    prenom: N\(number)
                    identifiant: n\(number)
                    profession: medecin
                    equipes:
                      nord: senior

                """
            }.joined()
    }
}
