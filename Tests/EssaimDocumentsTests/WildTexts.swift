import EssaimDocuments

/// Texts drawn at random from what programs get wrong. The same seed gives the same texts.
struct WildTexts {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private static let pieces: [String] = [
        "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\n", "\r\n", "\t", " ", "  ", "\u{A0}", "\u{202F}",
        "\u{3000}",
        "\u{202E}", "\u{2066}", "\u{200F}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{FE0F}", "\u{E0001}",
        "\u{301}", "\u{327}", "\u{20DD}", "\u{1F468}\u{200D}\u{1F469}", "\u{1F1EB}\u{1F1F7}", "\u{1F44D}\u{1F3FD}",
        "\u{6F22}", "\u{D55C}", "\u{5D0}", "\u{627}\u{651}", "\u{E000}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}",
        "\u{FDFA}",
        "\u{1D400}", "\u{2028}", "\u{2029}", "(", ")", "\\", "<", ">", "[", "]", "%", "/", "{", "}", "endobj",
        "endstream",
        "<script>", "&amp;", "' OR 1=1 --", "%s%n", "../", "é", "œ", "€", "≥", "« ", " »", " :", " ?", "-", "mot",
        "peut-être",
        "NULL", "\u{FB01}", "İ", "ß", "A\u{30A}", "9 mm", "14 h 20",
    ]

    /// At most `length` pieces, mostly fewer; now and then one endless word.
    mutating func next(_ length: Int) -> String {
        let count = Int(random() % UInt64(length + 1))
        if random() % 8 == 0 { return String(repeating: pick(), count: count) }
        return (0..<count).map { _ in random() % 3 == 0 ? pick() : letter() }.joined()
    }

    private mutating func pick() -> String { Self.pieces[Int(random() % UInt64(Self.pieces.count))] }

    /// Any character but the surrogates, which no Swift text can hold; half of them from the first thousand.
    private mutating func letter() -> String {
        let bound: UInt64 = random() % 2 == 0 ? 0x400 : 0x11_0000
        return Unicode.Scalar(UInt32(random() % bound)).map { String($0) } ?? "a"
    }

    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Samples {
    /// A report that holds nothing but texts drawn at random, over an ordinary or an empty one.
    static func wild(_ seed: UInt64) -> ConsultationReport {
        var texts = WildTexts(seed: seed)
        var report = seed.isMultiple(of: 2) ? short : empty
        report.network = .init(name: texts.next(80), contact: texts.next(80))
        report.demand = texts.next(20)
        report.issuedAt = texts.next(40)
        report.patient.birthName = texts.next(120)
        report.patient.givenName = texts.next(60)
        report.patient.sex = texts.next(12)
        report.requester = .init(name: texts.next(90), profession: texts.next(90), rpps: texts.next(11))
        report.question.text = texts.next(600)
        report.question.form = (0..<3).map { _ in .init(label: texts.next(90), value: texts.next(200)) }
        report.question.attachments = [.init(name: texts.next(200), taken: texts.next(30), kind: texts.next(30))]
        report.answer.orientation = texts.next(90)
        report.answer.text = texts.next(900)
        report.course.exchanges = [.init(at: texts.next(30), author: texts.next(30), text: texts.next(300))]
        report.acts = [.init(code: texts.next(9), professional: texts.next(60), amount: texts.next(20), date: "")]
        report.errata = [.init(at: texts.next(30), author: texts.next(30), text: texts.next(90))]
        return report
    }
}
