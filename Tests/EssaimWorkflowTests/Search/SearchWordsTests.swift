import EssaimWorkflow
import Testing

@Suite struct SearchWordsTests {
    @Test(arguments: [
        ("Lésion pigmentée du dos", ["lesion", "pigmentee", "du", "dos"]),
        ("lésions, LÉSION, Lesion", ["lesion"]),
        ("Œdème de l’œil", ["oedeme", "de", "l", "oeil"]),
        ("tableaux os bras Thomas", ["tableau", "os", "bras", "thoma"]),
        ("7K3M-QX2P", ["7k3m", "qx2p"]),
        ("12/08/1958", ["12", "08", "1958"]),
        ("Guérin-Le Roux", ["guerin", "le", "roux"]),
        ("e\u{301}te\u{301}", ["ete"]),
        ("_n0000 \u{202E}\u{0}* \" ' OR NEAR()", ["n0000", "or", "near"]),
        ("", []), ("  \n", []), ("漢字 🙂", []),
    ])
    func `words are letters and figures, without accents, case or plural`(_ text: String, _ words: [String]) {
        #expect(SearchWords.all(of: text) == words)
    }

    @Test func `a question has twelve words at most, none of one letter`() {
        let many = (1...40).map { "mot\($0)" }.joined(separator: " ")
        #expect(SearchWords.asked(many).count == 12)
        #expect(SearchWords.asked("l œil d’un 7") == ["oeil", "un", "7"])
    }

    @Test func `a name is found by how it begins`() {
        #expect(SearchWords.beginnings(of: "Guérin Le") == ["gue", "guer", "gueri", "guerin", "le"])
    }

    @Test func `a word of ten thousand letters is cut, and stays a word`() {
        #expect(SearchWords.asked(String(repeating: "é", count: 10_000)).map(\.utf8.count) == [40])
    }
}
