import EssaimFormats
import Testing

@Suite struct `Cleaning a JPEG photo` {
    private func accept(_ sample: JPEGSample) throws -> [UInt8] {
        try ImageIntake.accept(sample.bytes, filename: "photo.jpg").bytes
    }

    @Test func `only what shows the picture stays, byte for byte`() throws {
        let turned = JPEGSample.segment(
            0xE1, hex("457869660000 4d4d002a00000008 0001 0112 0003 00000001 0006 0000 00000000"))
        let clean = JPEGSample(segments: [JPEGSample.jfif, turned, JPEGSample.icc, JPEGSample.adobe])
        #expect(try accept(.loaded) == clean.bytes)
    }

    @Test func `no mark of place, maker, comment or trailer stays`() throws {
        let bytes = try accept(.loaded)
        #expect(JPEGSample.loaded.bytes.firstRange(of: Array("SECRET".utf8)) != nil)
        #expect(bytes.firstRange(of: Array("SEC".utf8)) == nil)
        #expect(bytes.firstRange(of: [0x88, 0x25]) == nil)
        #expect(bytes.firstRange(of: Array("2026".utf8)) == nil)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt16>, [true, false])
    func `a photo that is not decoded keeps the way it is turned, one that is loses it`(
        _ orientation: UInt16, _ bigEndian: Bool
    ) throws {
        let sample = JPEGSample(segments: [JPEGSample.exif(orientation: orientation, bigEndian: bigEndian)])
        let before = try ImageSniffer.inspect(sample.bytes, filename: nil)
        let after = try ImageSniffer.inspect(accept(sample), filename: nil)
        #expect(before.orientation.rawValue == orientation)
        #expect(after.orientation.rawValue == orientation)
        #expect(before.takenAt != nil && after.takenAt == nil)
        #expect(try accept(sample).firstRange(of: Array("Exif".utf8)) == nil || orientation != 1)
        #expect(try MetadataStripper.strip(sample.bytes).firstRange(of: Array("Exif".utf8)) == nil)
    }

    @Test(arguments: [0, 9, 0xFFFF] as [UInt16])
    func `a turn that does not exist is no turn`(_ orientation: UInt16) throws {
        let sample = JPEGSample(segments: [JPEGSample.exif(orientation: orientation)])
        #expect(try ImageSniffer.inspect(sample.bytes, filename: nil).orientation == .upright)
    }

    @Test func `a clean photo is left as it is`() throws {
        let once = try MetadataStripper.strip(JPEGSample.loaded.bytes)
        #expect(try MetadataStripper.strip(once) == once)
        #expect(try accept(JPEGSample(segments: [])) == JPEGSample(segments: []).bytes)
    }

    @Test func `a photo in several scans keeps its tables and its restarts`() throws {
        // The same frame declared progressive: what matters here is that nothing between the scans is lost.
        var picture = JPEGSample.picture
        let frame = try #require(picture.firstRange(of: [0xFF, 0xC0])?.lowerBound)
        picture[frame + 1] = 0xC2
        let scan = JPEGSample.segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 2, 0xFF, 0, 0xFF, 0xD0, 3, 0xFF, 0xFF, 0xD7]
        let tables = JPEGSample.segment(0xC4, [UInt8](repeating: 0, count: 17)) + JPEGSample.segment(0xDD, [0, 1])
        let comment = JPEGSample.segment(0xFE, "SECRET")
        let start: [UInt8] = [0xFF, 0xD8]
        let end: [UInt8] = [0xFF, 0xD9]
        let photo = start + picture + comment + tables + scan + comment + scan + end
        #expect(try MetadataStripper.strip(photo) == start + picture + tables + scan + scan + end)
    }

    @Test func `fill bytes before a marker are dropped`() throws {
        let sample = JPEGSample(segments: [[0xFF, 0xFF, 0xFF] + JPEGSample.adobe])
        #expect(try accept(sample) == JPEGSample(segments: [JPEGSample.adobe]).bytes)
    }

    @Test func `a photo cut anywhere is refused`() throws {
        let whole = JPEGSample(segments: JPEGSample.loaded.segments).bytes
        _ = try MetadataStripper.strip(whole)
        for cut in 3..<whole.count {
            #expect(throws: MediaFault.truncated(.jpeg), "cut at \(cut)") {
                try MetadataStripper.strip(Array(whole[..<cut]))
            }
        }
    }

    @Test(
        arguments: [
            ("no scan", "ffd8 ffd9"),
            ("scan before frame", "ffd8 ffda 0003 01 3f ffd9"),
            ("bytes between segments", "ffd8 fffe 0003 41 00 ffd9"),
            ("segment shorter than its length", "ffd8 fffe 0001 ffd9"),
            ("unexpected marker", "ffd8 ffd0 ffd9"),
            ("unexpected marker", "ffd8 ffd8 ffd9"),
            ("unexpected marker", "ffd8 ff01 ffd9"),
            ("frame header of a wrong length", "ffd8 ffc0 000b 08 0008 0008 03 011100 ffd9"),
            ("two frames", "ffd8 ffc0 000b 08 0008 0008 01 011100 ffc0 000b 08 0008 0008 01 011100 ffd9"),
            ("no width or no height", "ffd8 ffc0 000b 08 0000 0008 01 011100 ffd9"),
            ("no width or no height", "ffd8 ffc0 000b 08 0008 0000 01 011100 ffd9"),
            ("empty scan", "ffd8 ffc0 000b 08 0008 0008 01 011100 ffda 0008 01 0100 003f00 ffd9"),
        ] as [(MediaFault.StaticText, String)])
    func `a photo that contradicts itself is refused`(_ reason: MediaFault.StaticText, _ bytes: String) {
        #expect(throws: MediaFault.damaged(.jpeg, reason: reason)) { try MetadataStripper.strip(hex(bytes)) }
    }

    @Test(arguments: ["ffc3 000b 08", "ffc9 000b 08", "ffc5 000b 08", "ffc1 000b 0c", "ffc0 000b 10"])
    func `a lossless, arithmetic, hierarchical or twelve-bit photo is refused by name`(_ frame: String) {
        #expect(throws: MediaFault.rareVariant(.jpeg)) {
            try MetadataStripper.strip(hex("ffd8" + frame + "0008 0008 01 011100 ffd9"))
        }
    }

    @Test func `what hides behind a photo does not come through`() throws {
        let zip = hex("504b0304") + Array("SECRET".utf8)
        let page = Array("<html><script>SECRET</script>".utf8)
        for hidden in [zip, page, JPEGSample.loaded.bytes, PNGSample.loaded.bytes] {
            let sample = JPEGSample(
                segments: [JPEGSample.jfif, JPEGSample.segment(0xFE, hidden), JPEGSample.segment(0xE5, hidden)],
                trailer: hidden)
            #expect(try accept(sample) == JPEGSample().bytes)
        }
    }

    @Test func `a damaged EXIF block never refuses the photo`() throws {
        var random = SeededGenerator(7)
        let exif = Array(JPEGSample.exif().dropFirst(4))
        for _ in 0..<5000 {
            let damaged = exif.prefix(6) + random.mutation(of: Array(exif.dropFirst(6)))
            let bytes = try accept(JPEGSample(segments: [JPEGSample.segment(0xE1, Array(damaged))]))
            if bytes.firstRange(of: Array("SECRET".utf8)) != nil { Issue.record("a mark stayed: \(damaged)") }
        }
    }

    @Test func `ten thousand mutated photos are cleaned or refused`() {
        var random = SeededGenerator(8)
        let original = JPEGSample.loaded.bytes
        var accepted = 0
        for _ in 0..<10_000 {
            let bytes = random.mutation(of: original)
            guard let clean = try? MetadataStripper.strip(bytes) else { continue }
            accepted += 1
            if (try? MetadataStripper.strip(clean)) != clean { Issue.record("not stable: \(bytes)") }
        }
        #expect(accepted > 500 && accepted < 9500)
    }
}
