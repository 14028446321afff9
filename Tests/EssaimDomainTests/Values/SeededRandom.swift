/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, on every machine.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Text that people, copy-and-paste and attackers put into fields.
let hostileTexts: [String] = [
    "", " ", "\u{0}", "\u{FEFF}", "\u{202E}8765", "-1", "+1", "1e9", "0x1F", "NaN", "∞", "١٢٣٤٥٦٧٨٩٠١", "１２３４５６７８９０１",
    "²³", "½", "12345678901234567890123456789", "💉💉💉💉💉💉💉💉💉💉💉", "e\u{301}\u{302}\u{303}", "' OR 1=1 --", "<script>",
    "../../etc",
    "=1+1", "%s%n", "\r\n", "\u{2028}", String(repeating: "9", count: 100_000), String(repeating: "/", count: 100_000),
    "２A",
    "null", "true", "Ⅻ", "〇一二三四五六七八九", "\u{1D7CE}\u{1D7CF}", "0", "00000000000", "000000000000000",
]
