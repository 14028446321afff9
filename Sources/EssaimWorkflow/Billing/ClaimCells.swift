import EssaimDomain

/// What a line of a batch says, cell by cell, frozen when the batch is made.
struct ClaimCells: Sendable, Equatable {
    static let columns = [
        "ligne", "nature", "quantité", "ligne d’origine", "FINESS", "unité", "RPPS", "praticien", "nom de naissance",
        "nom utilisé", "prénom", "date de naissance", "rang de naissance", "NIR de l’ouvrant droit", "date de l’acte",
        "acte", "montant",
    ]

    private var cells: [String]

    init(_ act: ClaimedAct, of establishment: Structure, on day: CivilDate) {
        let traits = act.patient.traits
        cells = [
            "", "acte", "1", act.carried?.id.rawValue ?? "", establishment.finess?.rawValue ?? "",
            act.pool, act.practitioner.rpps?.rawValue ?? "",
            "\(act.practitioner.familyName) \(act.practitioner.givenName)", traits.birthFamilyName,
            traits.usedFamilyName ?? "", traits.firstGivenName, traits.birthDate.french,
            traits.birthRank.map(String.init) ?? "", act.patient.claimNIR?.rawValue ?? "", day.french, act.code,
            Self.amount(act.amountCents),
        ]
    }

    /// The line that left, taken back in its own words: −1, and its name.
    init(reversing line: ClaimLine) {
        cells = line.cells
        guard cells.count == Self.columns.count else { return }
        cells[1] = "contre-passation"
        cells[2] = "-1"
        cells[3] = line.id.rawValue
    }

    func named(_ id: Identifier<ClaimLine>) -> [String] { [id.rawValue] + cells.dropFirst() }

    /// `23,00`, as a French spreadsheet reads a number.
    private static func amount(_ cents: Int) -> String {
        "\(cents / 100),\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
