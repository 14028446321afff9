import EssaimDocuments
import Testing

@Suite struct ZipWriterTests {
    /// 2026-11-21 13:20:42 UTC.
    static let moment = ZipMoment(milliseconds: 1_795_267_242_000)

    @Test func `an archive is small and exact`() {
        var writer = ZipWriter()
        writer.add("a.txt", Array("123456789".utf8), modified: Self.moment)
        // The bytes of APPNOTE 6.3.10, written out by hand; CBF43926 is the checksum of "123456789".
        let facts = "0008 0000 956a 755d 2639f4cb 09000000 09000000 0500 0000"
        let expected = Self.bytes(
            "504b0304 1400 \(facts) 612e747874 313233343536373839"
                + "504b0102 2d03 1400 \(facts) 0000 0000 0000 0000a481 00000000 612e747874"
                + "504b0506 0000 0000 0100 0100 33000000 2c000000 0000")
        #expect(writer.finished() == expected)
    }

    @Test func `files come back as they were, at hand or in pieces, named in French and dated`() throws {
        var random = Shuffle(seed: 7)
        let large = (0..<200_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        var writer = ZipWriter()
        writer.add("01 Centrée.jpg", large, modified: Self.moment)
        writer.open("02 Œdème « large ».pdf", modified: Self.moment)
        for piece in stride(from: 0, to: large.count, by: 70_001) {
            writer.write(Array(large[piece..<min(piece + 70_001, large.count)]))
        }
        writer.write([])
        writer.close()
        writer.add("vide.txt", [], modified: Self.moment)
        writer.open("rien", modified: Self.moment)
        let bytes = writer.finished()
        let files = try ZipReading.unpacked(bytes)
        #expect(Set(files.keys) == ["01 Centrée.jpg", "02 Œdème « large ».pdf", "vide.txt", "rien"])
        #expect(files["01 Centrée.jpg"] == large && files["02 Œdème « large ».pdf"] == large)
        #expect(files["vide.txt"] == [] && files["rien"] == [])
        let entries = try ZipReading.entries(of: bytes)
        #expect(entries.map(\.size) == [200_000, 200_000, 0, 0])
        #expect(entries.allSatisfy { $0.moment == [2026, 11, 21, 13, 20, 42] })
        #expect(bytes.count < 400_000 + 4 * 200)
    }

    @Test func `an archive without a file is one`() throws {
        var writer = ZipWriter()
        let bytes = writer.finished()
        #expect(bytes.count == 22)
        #expect(try ZipReading.entries(of: bytes).isEmpty)
    }

    @Test func `a byte that was changed is noticed`() throws {
        var writer = ZipWriter()
        writer.add("a.txt", Array("123456789".utf8), modified: Self.moment)
        var bytes = writer.finished()
        bytes[38] ^= 1
        #expect(throws: Tool.Failure.self) { try ZipReading.unpacked(bytes) }
        #expect(throws: Tool.Failure.self) { try ZipReading.entries(of: bytes) }
    }

    @Test func `a file is asked for when the one before it has left`() throws {
        let files = (1...3).map {
            ZipWriter.File(name: ZipWriter.File.numbered($0, of: 3, "Vue.jpg"), modified: Self.moment)
        }
        let content = [UInt8](repeating: 7, count: 500_000)
        var passed = 0
        var bytes: [UInt8] = []
        let names = ZipWriter.write(
            files,
            bytes: { index in
                #expect(passed >= index * content.count)
                return content
            },
            to: {
                passed += $0.count
                bytes += $0
            })
        #expect(names == ["01 Vue.jpg", "02 Vue.jpg", "03 Vue.jpg"])
        #expect(try ZipReading.entries(of: bytes).map(\.name) == names)
    }

    @Test(arguments: [
        (1, 9, "01 a"), (10, 12, "10 a"), (7, 100, "007 a"), (100, 100, "100 a"), (5, 1, "05 a"),
    ])
    func `a number has as many figures as the last one needs`(number: Int, count: Int, name: String) {
        #expect(ZipWriter.File.numbered(number, of: count, "a") == name)
    }

    @Test(
        arguments: [
            (0, 0, [1980, 1, 1, 0, 0, 0]), (Int64.min, 0, [1980, 1, 1, 0, 0, 0]),
            (Int64.max, 0, [2107, 12, 31, 23, 59, 58]), (Int64.max, Int.max, [2107, 12, 31, 23, 59, 58]),
            (1_795_267_243_999, 60, [2026, 11, 21, 14, 20, 42]), (1_795_305_600_000, -60, [2026, 11, 21, 23, 0, 0]),
            (951_782_400_000, 0, [2000, 2, 29, 0, 0, 0]),
        ] as [(Int64, Int, [Int])])
    func `a time is the one of the wall, to two seconds, within what the format holds`(
        milliseconds: Int64, offset: Int, moment: [Int]
    ) throws {
        var writer = ZipWriter()
        writer.add("a", [], modified: ZipMoment(milliseconds: milliseconds, offset: offset))
        #expect(try ZipReading.entries(of: writer.finished()).map(\.moment) == [moment])
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
