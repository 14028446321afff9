extension PageFrame {
    /// An expert, signed in.
    static let sample = PageFrame(
        clock: .sample, network: "OncoBreizh",
        navigation: [
            Link(title: "Demandes", path: .worklist, isCurrent: true),
            Link(title: "Nouvelle demande", path: .newRequest),
        ],
        account: Account(
            name: "Dr Hervé Le Goff", role: "Dermatologue, secteur Brest-Lannion",
            links: [Link(title: "Accès d’urgence", path: .emergency)], seal: .sample),
        isDemonstration: true)

    /// A security referent, who has no list.
    static let keeperSample = PageFrame(
        clock: .sample, network: "OncoBreizh", navigation: [Link(title: "Journal", path: .journal, isCurrent: true)],
        account: Account(name: "Gwenn Kerverrou", role: "Référent sécurité", seal: .sample), isDemonstration: true)

    /// A billing office, which reads no demand.
    static let officeSample = PageFrame(
        clock: .sample, network: "OncoBreizh",
        navigation: [Link(title: "Facturation", path: .claims, isCurrent: true)],
        account: Account(name: "Ronan Kerfacture", role: "Bureau de facturation", seal: .sample),
        isDemonstration: true)

    /// Nobody yet.
    static let anonymousSample = PageFrame(clock: .sample)
    static let demonstrationSample = PageFrame(clock: .sample, isDemonstration: true)

    static func sample(notice: Notice) -> PageFrame {
        var frame = sample
        frame.notice = notice
        return frame
    }
}
