import EssaimDomain
import EssaimNetworkFiles

/// The small file with people and a rota. Its lines are counted by the tests of faults.
let peopledFile =
    smallFile.replacing(line: 13, by: "    nom: Équipe du nord\n  sud:\n    nom: Équipe du sud") + """

        membres:
          anna:
            nom: Le Goff
            prenom: Anna
            rpps: \(rpps(1))
            profession: medecin
            specialite: SM15
            courriel: anna@exemple.fr
            equipes:
              nord: senior
          paul:
            nom: Riou
            prenom: Paul
            identifiant: paul.riou
            profession: hors-sante
            roles: [coordinateur]
        permanences:
          lundi:
            equipe: nord
            qui: anna
            jours: [lun-mer, sam]
            heures: 20h-8h
            semaines: 2
            du: 2026-12-07
            au: 2027-06-30
            feries: ouvert
        """

/// A number in a range that nobody bears, with its key.
func rpps(_ index: Int) -> String {
    let digits = String(index)
    let stem = "999" + String(repeating: "0", count: 7 - digits.count) + digits
    return (0...9).map { stem + String($0) }.first { RPPS(rawValue: $0)?.hasKey == true } ?? stem
}

func declaration(_ text: String) throws -> NetworkDeclaration {
    try NetworkFile.check(text, forms: ["dermatologie"]).get().declaration
}
