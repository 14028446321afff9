extension PageFurniture {
    /// What each page of a dossier repeats.
    init(_ dossier: Dossier) {
        let demand = dossier.demand
        self.init(
            network: dossier.network, patient: dossier.patient, title: "Dossier de la demande",
            demand: "Demande \(demand)", made: "Dossier établi le \(dossier.madeAt).",
            place: { page, count in "Demande \(demand) · \(page)/\(count)" })
    }
}
