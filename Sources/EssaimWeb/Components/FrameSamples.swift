extension PageFrame {
    /// An expert, signed in.
    static let sample = PageFrame(
        clock: .sample, network: "OncoBreizh",
        navigation: [
            Link(title: "Demandes", path: .worklist, isCurrent: true),
            Link(title: "Nouvelle demande", path: .newRequest),
        ],
        account: Account(name: "Dr Hervé Le Goff", role: "Dermatologue, secteur Brest-Lannion", seal: .sample),
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
