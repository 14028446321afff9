import EssaimFormats
import Testing

@Suite struct `What the darkroom writes` {
    private static let all: [DarkroomFrame] = [
        .section(.thumbnail, page: 1, .jpeg, width: 400, height: 300), .bytes([1, 2, 3]),
        .section(.full, page: 1, .text, width: 0, height: 0), .bytes([0]),
        .developed(.pdf, width: 10, height: 20, pages: 3, capturedAt: "2026-03-14T09:05:00+01:00"),
        .developed(.png, width: 10, height: 20, pages: 1, capturedAt: nil), .refused(.locked),
    ]

    @Test func `frames come out as they went in, in pieces of any size`() throws {
        let written = Self.all.flatMap(\.encoded)
        for size in 1...written.count {
            var reader = DarkroomFrameReader()
            var frames: [DarkroomFrame] = []
            for start in stride(from: 0, to: written.count, by: size) {
                frames += try reader.take(Array(written[start..<min(start + size, written.count)]))
            }
            #expect(frames == Self.all)
            #expect(reader.isAtEdge)
        }
    }

    @Test(
        arguments: [
            "58 00000000", "42 00000000", "42 00040001", "53 00000001 41", "45 00000003 413132", "52 00000003 666f6f",
            "52 00000006 6c6f636b6564" + "0a", "53 7fffffff",
        ])
    func `what is no frame is nonsense`(_ bytes: String) {
        #expect(throws: DarkroomFrameReader.Nonsense.self) {
            var reader = DarkroomFrameReader()
            _ = try reader.take(hex(bytes))
            guard reader.isAtEdge else { throw DarkroomFrameReader.Nonsense() }
        }
    }

    @Test(
        arguments: [
            MediaFault.empty, .tooManyBytes(limit: 1_048_576), .locked, .unrecognised, .tooManyPages(limit: 40),
            .tooManyPixels(width: 65_500, height: 2, limits: .side(20_000)), .severalPictures(.tiff),
            .tooManyPixels(width: 65_500, height: 2, limits: .pixels(100)), .unsupported(.avif), .truncated(.jpeg),
            .rareVariant(.jpeg), .active(.launch), .notDeveloped(.memory),
        ])
    func `a refusal crosses as it is`(_ fault: MediaFault) {
        #expect(MediaFault(wire: fault.wire) == fault)
    }

    @Test(arguments: ["", " ", "locked ", "bytes -1", "bytes 99999999999", "several cat", "active x", "damaged"])
    func `words that are no refusal are none`(_ wire: String) {
        #expect(MediaFault(wire: wire) == nil)
    }

    @Test func `whatever comes, reading it ends in frames or in nonsense`() {
        var random = SeededGenerator(11)
        let written = Self.all.flatMap(\.encoded)
        for _ in 0..<5000 {
            var reader = DarkroomFrameReader()
            _ = try? reader.take(random.mutation(of: written))
        }
    }
}
