import Testing
import TransparencyLog

@Suite struct TilePathTests {
    @Test(arguments: [
        (TilePath(.hashes(level: 0), number: 0), "tile/0/000"),
        (TilePath(.hashes(level: 0), number: 0, width: 1), "tile/0/000.p/1"),
        (TilePath(.hashes(level: 1), number: 67, width: 255), "tile/1/067.p/255"),
        (TilePath(.hashes(level: 63), number: 999), "tile/63/999"),
        (TilePath(.hashes(level: 2), number: 1000), "tile/2/x001/000"),
        (TilePath(.hashes(level: 0), number: 1_234_067), "tile/0/x001/x234/067"),
        (TilePath(.entries, number: 1_234_067, width: 8), "tile/entries/x001/x234/067.p/8"),
        (TilePath(.entries, number: 273, width: 112), "tile/entries/273.p/112"),
        (TilePath(.entries, number: 1_000_000), "tile/entries/x001/x000/000"),
        (TilePath(.entries, number: .max), "tile/entries/x009/x223/x372/x036/x854/x775/807"),
    ])
    func `a tile has one path, written and read`(path: TilePath, text: String) {
        #expect(path.text == text)
        #expect(TilePath(text) == path)
    }

    @Test(arguments: [
        "", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/00/000", "tile/01/000",
        "tile/64/000", "tile/-1/000", "tile/+1/000", "tile/0/x000/000", "tile/0/x000/001", "tile/0/x001",
        "tile/0/001/000", "tile/0/x01/000", "tile/0/000/", "/tile/0/000", "tile//000", "tile/0//000", "tile/0/000.p",
        "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/01", "tile/0/000.p/256", "tile/0/000.p/-1", "tile/0/000.p/1/",
        "tile/0/000.P/1", "tile/0/000/1", "tile/0/000p/1", "tile/0/.p/1", "tile/0/+12", "tile/0/-12", "tile/0/ 12",
        "tile/0/x+12/000", "tile/0/０００", "tile/data/000", "tile/entries", "tile/Entries/000", "TILE/0/000",
        "tile/0/../000", "tile/0/%30%30%30", "tile/8/0/000", "tile/0/000\n", "tile/0/000 ", "tile/0/000\u{301}",
        "tile/0/x009/x223/x372/x036/x854/x775/808", "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
        "tile/99999999999999999999/000", "tile/0/000.p/99999999999999999999", "checkpoint",
    ])
    func `anything else is no path`(text: String) {
        #expect(TilePath(text) == nil)
    }

    @Test func `a log of 70,000 entries serves what the specification counts`() {
        let texts = TilePath.all(ofSize: 70_000).map(\.text)
        #expect(texts.count == 274 + 274 + 2 + 1)
        #expect(texts.first == "tile/entries/000")
        #expect(texts[273...275] == ["tile/entries/273.p/112", "tile/0/000", "tile/0/001"])
        #expect(texts.suffix(4) == ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"])
        #expect(Set(texts).count == texts.count)
    }

    @Test func `small logs serve one of each, and an empty one nothing`() {
        #expect(TilePath.all(ofSize: 0).isEmpty)
        #expect(TilePath.all(ofSize: -5).isEmpty)
        #expect(TilePath.all(ofSize: 1).map(\.text) == ["tile/entries/000.p/1", "tile/0/000.p/1"])
        #expect(TilePath.all(ofSize: 256).map(\.text) == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"])
    }

    @Test func `every path of a log of any size reads back`() {
        for size in [1, 255, 256, 257, 65_536, 65_537, 300_000] {
            for path in TilePath.all(ofSize: size) { #expect(TilePath(path.text) == path) }
        }
    }
}
