/// A red-flag answer stops the sending: the 15, the line's number, and the way back.
struct RedFlagModel: Sendable {
    /// What was ticked and why it cannot wait: « Fièvre avec décollement de la peau ».
    var messages: [String]
    /// The line's number; empty when the network has none.
    var phone: String
    var line: String
    /// Back to the draft, which is kept.
    var back: SitePath

    static let sample = RedFlagModel(
        messages: ["Fièvre avec décollement de la peau ou bulles\u{A0}: urgence vitale possible."],
        phone: "02 00 00 00 00",
        line: "Dermatologie, OncoBreizh", back: .draft("sample"))
}
