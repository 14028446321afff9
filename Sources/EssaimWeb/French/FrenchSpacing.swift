extension String {
    /// The no-break spaces of French before `: ; ? ! »` and after `«`, where a plain space stands.
    var frenchSpaced: String {
        var text = ""
        let characters = Array(self)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            let before = index > 0 ? characters[index - 1] : nil
            let binds = next.map { ":;?!»".contains($0) } ?? false
            text.append(character == " " && (binds || before == "«") ? "\u{A0}" : character)
        }
        return text
    }
}
