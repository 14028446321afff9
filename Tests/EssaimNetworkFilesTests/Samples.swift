/// A small file without fault. Its lines are counted by the tests of faults: keep them where they are.
let smallFile = """
    reseau: essai
    nom: Réseau d’essai
    telephone: 02 61 91 00 01
    zones:
      nord:
        nom: Nord
        departements: [22, 29]
      sud:
        nom: Sud
        communes: [56260]
    equipes:
      nord:
        nom: Équipe du nord
    lignes:
      peau:
        titre: Peau
        formulaire: dermatologie
        professions: [medecin, infirmier]
        delais:
          urgent: 24 h
        horaires:
          lun-ven: 9h-19h
        equipes:
          nord: nord
    """

extension String {
    /// The file with one line changed, or taken out.
    func replacing(line number: Int, by text: String?) -> String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let text { lines[number - 1] = text } else { lines.remove(at: number - 1) }
        return lines.joined(separator: "\n")
    }
}
