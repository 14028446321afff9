extension PageFurniture {
    /// What each page of a report repeats; its foot says that it is kept as issued.
    init(_ report: ConsultationReport) {
        let demand = report.demand
        self.init(
            network: report.network, patient: report.patient, title: "Compte rendu de téléexpertise",
            demand: "Demande \(demand)" + (report.version > 1 ? " · version \(report.version)" : ""),
            made: "Document conservé tel qu’émis le \(report.issuedAt).",
            place: { page, count in "Demande \(demand) · page \(page)/\(count)" })
    }
}
