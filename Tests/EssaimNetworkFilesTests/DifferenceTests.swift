import EssaimDomain
import EssaimNetworkFiles
import Testing

private func network(_ text: String) throws -> Network { try NetworkFile.read(text, forms: ["dermatologie"]).get() }

private func plain(_ difference: NetworkDifference) -> [String] {
    difference.lines.map { $0.split(separator: "\u{A0}").joined(separator: " ") }
}

@Suite struct DifferenceTests {
    @Test func `applying the same file twice changes nothing the second time`() throws {
        #expect(NetworkDifference(between: try network(smallFile), and: try network(smallFile)).isEmpty)
    }

    @Test func `the order in which a store gives codes back is no change`() throws {
        let stored = try network(smallFile.replacing(line: 7, by: "    departements: [29, 22]"))
        #expect(NetworkDifference(between: stored, and: try network(smallFile)).isEmpty)
    }

    @Test func `a new network is told part by part`() throws {
        #expect(
            plain(NetworkDifference(between: nil, and: try network(smallFile))) == [
                "ajouté : réseau « Réseau d’essai »", "ajoutée : zone « Nord »", "ajoutée : zone « Sud »",
                "ajoutée : équipe « Équipe du nord »", "ajoutée : ligne « Peau »",
            ])
    }

    @Test(arguments: [
        (2, "nom: Autre", "modifié : réseau, nom : Réseau d’essai → Autre"),
        (3, "# rien", "modifié : réseau, téléphone : 02 61 91 00 01 → rien"),
        (7, "    departements: [22]", "modifiée : zone « Nord », départements : 22, 29 → 22"),
        (10, "    communes: [56260, 56121]", "modifiée : zone « Sud », communes : 56260 → 56121, 56260"),
        (13, "    nom: Équipe", "modifiée : équipe « Équipe », nom : Équipe du nord → Équipe"),
        (16, "    titre: La peau", "modifiée : ligne « La peau », titre : Peau → La peau"),
        (18, "    professions: [medecin]", "modifiée : ligne « Peau », professions : infirmier, medecin → medecin"),
        (20, "      urgent: 12 h", "modifiée : ligne « Peau », délai urgent : 24 h → 12 h"),
        (22, "      lun-sam: 9h-19h", "modifiée : ligne « Peau », horaires : lun-ven 9h-19h → lun-sam 9h-19h"),
        (
            24, "      nord: nord\n      sud: nord",
            "modifiée : ligne « Peau », équipes : Nord par nord → Nord par nord, Sud par nord"
        ),
        (17, "    etat: suspendue", "modifiée : ligne « Peau », état : ouverte → suspendue"),
    ])
    func `a change is told with what was and what will be`(_ change: (line: Int, text: String, says: String)) throws {
        let new = try network(smallFile.replacing(line: change.line, by: change.text))
        #expect(plain(NetworkDifference(between: try network(smallFile), and: new)).contains(change.says))
    }

    @Test func `what a file no longer names is told as retired`() throws {
        let without = smallFile.replacing(line: 10, by: nil).replacing(line: 9, by: nil).replacing(line: 8, by: nil)
        #expect(
            plain(NetworkDifference(between: try network(smallFile), and: try network(without))) == [
                "retirée : zone « Sud »"
            ])
        #expect(
            plain(NetworkDifference(between: try network(without), and: try network(smallFile)))
                == ["ajoutée : zone « Sud » : communes 56260"])
    }
}
