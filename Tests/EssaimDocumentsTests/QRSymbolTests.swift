import Testing

@testable import EssaimDocuments

@Suite struct QRSymbolTests {
    /// Version v has 17 + 4v modules a side; at level L, 10 holds 395 characters of the alphanumeric mode, 20 holds 1,249,
    /// 21 holds 1,352, 24 holds 1,704 and 25 holds 1,853 (ISO/IEC 18004, table 7).
    @Test(arguments: [(1, 1), (25, 1), (26, 2), (395, 10), (396, 11), (1249, 20), (1250, 21), (1704, 24), (1800, 25)])
    func `letters and signs take the alphanumeric mode`(length: Int, version: Int) throws {
        let code = String(repeating: "A%Z:", count: length / 4 + 1).prefix(length)
        #expect(try QRSymbol(String(code)).side == 17 + 4 * version)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `no code of the greatest length needs more than version 25`(seed: UInt64) throws {
        let mixed = ReceiptSamples.code(1800, seed: seed).map { character in
            // Runs of digits of every length among the letters, where the modes change.
            character.unicodeScalars.reduce(0) { $0 + Int($1.value) } % 45 < Int(seed) ? "7" : character
        }
        #expect(try QRSymbol(String(mixed)).side <= 117)
    }

    @Test func `the three corners are dark squares in a light and a dark ring`() throws {
        let symbol = try QRSymbol("ESSAIM")
        var dark = Array(repeating: Array(repeating: false, count: 21), count: 21)
        try #require(symbol.side == 21)
        for run in symbol.runs {
            for column in run.column..<run.column + run.length { dark[run.row][column] = true }
        }
        let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
        for (top, left) in [(0, 0), (0, 14), (14, 0)] {
            let corner = (top..<top + 7).map { row in
                dark[row][left..<left + 7].map { $0 ? "#" : "." }.joined()
            }
            #expect(corner == finder)
        }
        #expect(dark[14..<21].map { $0[14..<21].map { $0 ? "#" : "." }.joined() } != finder)
    }

    @Test func `dark modules side by side are one run, in reading order`() throws {
        let runs = try QRSymbol(ReceiptSamples.code(600)).runs
        for (run, next) in zip(runs, runs.dropFirst()) where run.row == next.row {
            #expect(run.column + run.length < next.column)
        }
        #expect(runs.map(\.row) == runs.map(\.row).sorted())
        #expect(runs.first == QRSymbol.Run(column: 0, row: 0, length: 7))
    }
}
