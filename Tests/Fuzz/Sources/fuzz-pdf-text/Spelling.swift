/// Text spelled so that a fuzzer comes upon what fonts and lines stumble over: bytes from 0x80 on stand for it.
enum Spelling {
    private static let pieces = [
        "\u{301}", "\u{327}", "\u{20DD}", "\u{335}", "\u{0}", "\u{200B}", "\u{202E}", "\u{200D}", "\u{6F22}", "\u{5D0}",
        "\u{1F468}", "\u{FE0F}", "\u{A0}", "\u{202F}", "\r\n", "\u{2028}", "é", "« ", " »", " :", "-", " 9 mm", " h 2",
        "W", "\u{1100}",
        "\u{E000}", "\u{D55C}", "(", ")\\", "<", "&", "endstream",
    ]

    static func text(_ letters: [UInt8]) -> String {
        letters.reduce(into: "") { text, letter in
            if letter < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(letter))
            } else {
                text += pieces[Int(letter & 31)]
            }
        }
    }
}
