import EssaimGate

extension FormFields {
    /// Characters kept of a text: far above what may be sent, so that the fault is told and the text is not lost.
    static let longestKept = 20_000

    /// What was typed in a field, line ends made single; empty when it was not sent.
    func typed(_ name: String) -> String {
        String((first(name) ?? "").replacing("\r\n", with: "\n").prefix(Self.longestKept))
    }
}
