import EssaimFormats
import Testing

@Suite struct `Cleaning a PNG image` {
    private static let tail = [PNGSample.pixels, PNGSample.end]

    @Test func `only what shows the picture stays, byte for byte`() throws {
        let clean = PNGSample(chunks: [
            PNGSample.header(), PNGSample.chunk("gAMA", [0, 0, 0xB1, 0x8F]), PNGSample.chunk("iCCP", "profil\0\0zz"),
            PNGSample.chunk("pHYs", [0, 0, 0, 1, 0, 0, 0, 1, 0]), PNGSample.pixels, PNGSample.end,
        ])
        let accepted = try ImageIntake.accept(PNGSample.loaded.bytes, filename: "a.png")
        #expect(accepted.bytes == clean.bytes)
        #expect(accepted.bytes.firstRange(of: Array("SECRET".utf8)) == nil)
        #expect(try MetadataStripper.strip(accepted.bytes) == accepted.bytes)
    }

    @Test func `an animation becomes its still picture`() throws {
        let moving = PNGSample(chunks: [
            PNGSample.header(), PNGSample.chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]), PNGSample.pixels,
            PNGSample.chunk("fcTL", [0]), PNGSample.chunk("fdAT", "SECRET"), PNGSample.end,
        ])
        #expect(try MetadataStripper.strip(moving.bytes) == PNGSample().bytes)
    }

    @Test func `an image cut anywhere is refused`() {
        let whole = PNGSample(chunks: PNGSample.loaded.chunks).bytes
        for cut in 8..<whole.count {
            #expect(throws: MediaFault.truncated(.png), "cut at \(cut)") {
                try MetadataStripper.strip(Array(whole[..<cut]))
            }
        }
    }

    @Test func `one bit changed anywhere is noticed`() {
        let whole = PNGSample().bytes
        for index in 8..<whole.count {
            for bit in 0..<8 {
                var bytes = whole
                bytes[index] ^= 1 << bit
                #expect(throws: MediaFault.self, "byte \(index), bit \(bit)") { try MetadataStripper.strip(bytes) }
            }
        }
    }

    @Test(
        arguments: [
            ("no header first", tail),
            ("no header first", [PNGSample.chunk("IHDR", [0]), PNGSample.pixels, PNGSample.end]),
            ("chunk repeated", [PNGSample.header(), PNGSample.header()] + tail),
            ("no width or no height", [PNGSample.header(width: 0)] + tail),
            ("no width or no height", [PNGSample.header(height: 0)] + tail),
            ("no such pixel format", [PNGSample.header(format: [16, 3, 0, 0, 0])] + tail),
            ("no such pixel format", [PNGSample.header(format: [8, 1, 0, 0, 0])] + tail),
            ("no such pixel format", [PNGSample.header(format: [8, 0, 1, 0, 0])] + tail),
            ("no such pixel format", [PNGSample.header(format: [8, 0, 0, 0, 2])] + tail),
            ("no pixels", [PNGSample.header(), PNGSample.end]),
            ("no pixels", [PNGSample.header(), PNGSample.chunk("IDAT", []), PNGSample.end]),
            ("no palette", [PNGSample.header(format: [8, 3, 0, 0, 0])] + tail),
            ("no such palette", [PNGSample.header(), PNGSample.chunk("PLTE", [1, 2, 3])] + tail),
            ("no such palette", [PNGSample.header(format: [8, 3, 0, 0, 0]), PNGSample.chunk("PLTE", [1, 2])] + tail),
            (
                "pixel chunks apart",
                [
                    PNGSample.header(), PNGSample.pixels, PNGSample.chunk("tEXt", "a\0b"), PNGSample.pixels,
                    PNGSample.end,
                ]
            ),
            (
                "chunk too late",
                [PNGSample.header(), PNGSample.pixels, PNGSample.chunk("gAMA", [0, 0, 0, 1]), PNGSample.end]
            ),
            (
                "chunk too late",
                [PNGSample.header(), PNGSample.pixels, PNGSample.chunk("tRNS", [0, 0]), PNGSample.end]
            ),
            ("unknown critical chunk", [PNGSample.header(), PNGSample.chunk("SECR", [])] + tail),
            ("no such chunk", [PNGSample.header(), PNGSample.chunk("te t", [])] + tail),
            ("end with data", [PNGSample.header(), PNGSample.pixels, PNGSample.chunk("IEND", [0])]),
        ] as [(MediaFault.StaticText, [[UInt8]])])
    func `an image that contradicts itself is refused`(_ reason: MediaFault.StaticText, _ chunks: [[UInt8]]) {
        #expect(throws: MediaFault.damaged(.png, reason: reason)) {
            try MetadataStripper.strip(PNGSample(chunks: chunks).bytes)
        }
    }

    @Test func `a length that runs past the end is a cut file, not a crash`() {
        let bytes = PNGSample.signature + hex("7fffffff 49484452") + [UInt8](repeating: 0, count: 40)
        #expect(throws: MediaFault.truncated(.png)) { try MetadataStripper.strip(bytes) }
        let beyond = PNGSample.signature + hex("ffffffff 49484452") + [UInt8](repeating: 0, count: 40)
        #expect(throws: MediaFault.damaged(.png, reason: "no such chunk")) { try MetadataStripper.strip(beyond) }
    }

    @Test func `ten thousand images with mutated chunks are cleaned or refused`() {
        var random = SeededGenerator(9)
        let types = ["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "iCCP", "pHYs", "IDAT", "IEND", "tEXt", "eXIf", "ABCD"]
        let header = Array(PNGSample.header()[8..<21])
        var accepted = 0
        for _ in 0..<10_000 {
            var chunks = PNGSample.loaded.chunks
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let index = Int.random(in: 0..<chunks.count, using: &random)
                switch Int.random(in: 0...4, using: &random) {
                case 0: chunks.remove(at: index)
                case 1: chunks.swapAt(index, Int.random(in: 0..<chunks.count, using: &random))
                case 2: chunks[index] = PNGSample.chunk("IHDR", random.mutation(of: header))
                case 3: chunks.insert(PNGSample.chunk(types.randomElement(using: &random) ?? "", "SECRET"), at: index)
                default: chunks[index] = random.mutation(of: chunks[index])
                }
            }
            guard let clean = try? MetadataStripper.strip(PNGSample(chunks: chunks).bytes) else { continue }
            accepted += 1
            if (try? MetadataStripper.strip(clean)) != clean { Issue.record("not stable: \(chunks)") }
        }
        #expect(accepted > 500 && accepted < 9500)
    }
}
