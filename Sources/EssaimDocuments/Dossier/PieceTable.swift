/// The files of a dossier: each in one row, its checksum underneath, and that it was withdrawn where it was.
extension ReportComposition {
    private static let widths = [0.25, 0.15, 0.1, 0.2, 0.3]

    mutating func pieces(_ pieces: [Dossier.Piece]) {
        section("Pièces jointes")
        guard !pieces.isEmpty else { return text("Aucune pièce n’a été jointe.", .detail) }
        row(
            ["Nom du fichier", "Nature", "Taille", "Prise le", "Ajoutée"], .label, widths: Self.widths, isRuled: false,
            keepsNext: true)
        for piece in pieces { self.piece(piece) }
        text(
            "SHA-256 : empreinte des octets tels qu’ils sont conservés. Un fichier qui donne la même est le même.",
            .running, space: 8)
    }

    private mutating func piece(_ piece: Dossier.Piece) {
        let added = [piece.addedBy, piece.addedAt].joined(of: "\n")
        row(
            [piece.name, piece.kind, piece.size, piece.taken.isBlank ? "–" : piece.taken, added],
            piece.withdrawal == nil ? .record : .withdrawn, widths: Self.widths, space: 4.5, keepsNext: true)
        if let withdrawal = piece.withdrawal {
            let way = [withdrawal.at.prefixed("le "), withdrawal.by.prefixed("par ")].joined(of: " ")
            text(
                [["Retirée", way].joined(of: " "), withdrawal.reason.prefixed("motif : ")].joined(of: " · "), .remark,
                space: 1.5, keepsNext: true)
        }
        let digest = Hexadecimal.bytes(piece.digest).lowercased()
        text("SHA-256 \(digest.isEmpty ? "non relevée" : digest)", .checksum, space: 1.5)
    }
}
