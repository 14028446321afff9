import Testing

@testable import EssaimDocuments

@Suite struct JPEGHeaderTests {
    @Test(arguments: [1, 3], [false, true])
    func `size and components are read, baseline and progressive`(components: Int, isProgressive: Bool) throws {
        let sample = JPEGSample(width: 333, height: 91, components: components, isProgressive: isProgressive)
        let header = try JPEGHeader(sample.bytes)
        #expect(header.width == 333 && header.height == 91 && header.components == components)
        #expect(header.orientation == .upright)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt8>, [false, true])
    func `the orientation is read in both orders of bytes`(orientation: UInt8, isBigEndian: Bool) throws {
        let sample = JPEGSample(width: 40, height: 16, orientation: orientation, isBigEndian: isBigEndian)
        let header = try JPEGHeader(sample.bytes)
        #expect(header.orientation.rawValue == Int(orientation))
        #expect(header.size.width == (orientation >= 5 ? 16 : 40))
        #expect(header.size.height == (orientation >= 5 ? 40 : 16))
    }

    @Test(arguments: [0, 9, 255] as [UInt8])
    func `an orientation that cannot be is upright`(orientation: UInt8) throws {
        let header = try JPEGHeader(JPEGSample(width: 8, height: 8, orientation: orientation).bytes)
        #expect(header.orientation == .upright)
    }

    @Test func `what an sRGB document cannot hold is refused by its name`() {
        let refused: [(JPEGSample, JPEGFault)] = [
            (JPEGSample(width: 16, height: 16, components: 4), .components(4)),
            (JPEGSample(width: 16, height: 16, components: 2), .components(2)),
            (JPEGSample(width: 16, height: 16, precision: 12), .precision(12)),
            (JPEGSample(width: 0, height: 16), .damaged),
            (JPEGSample(width: 16, height: 0), .damaged),
        ]
        for (sample, fault) in refused {
            #expect(throws: fault) { try JPEGHeader(sample.bytes) }
        }
    }

    @Test(arguments: [0xC3, 0xC5, 0xC7, 0xC9, 0xCA, 0xCF] as [UInt8])
    func `a coding that readers need not know is refused`(marker: UInt8) throws {
        var bytes = JPEGSample(width: 16, height: 16).bytes
        let frame = try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
        bytes[frame + 1] = marker
        #expect(throws: JPEGFault.coding(marker)) { try JPEGHeader(bytes) }
    }

    @Test func `other files, and two frames in one, are refused`() {
        let frame = JPEGSample.segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
        let cases: [([UInt8], JPEGFault)] = [
            ([], .cut), ([0xFF], .cut), (Array("%PDF-1.4".utf8), .cut), ([0x89, 0x50, 0x4E, 0x47], .cut),
            ([0xFF, 0xD8], .cut), ([0xFF, 0xD8, 0xFF, 0xFF, 0xFF], .cut), ([0xFF, 0xD8, 0x00], .damaged),
            ([0xFF, 0xD8, 0xFF, 0xD9], .damaged), ([0xFF, 0xD8, 0xFF, 0xE0, 0, 1], .damaged),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0], .cut),
            ([0xFF, 0xD8] + frame + frame, .damaged),
            ([0xFF, 0xD8] + JPEGSample.segment(0xDA, [1, 1, 0, 0, 63, 0]), .damaged),
            ([0xFF, 0xD8] + JPEGSample.segment(0xC0, [8, 0, 8, 0, 8, 3, 1, 0x11, 0]), .damaged),
        ]
        for (bytes, fault) in cases { #expect(throws: fault) { try JPEGHeader(bytes) } }
    }

    @Test func `a file cut before its picture is refused at each byte`() throws {
        let bytes = JPEGSample(width: 64, height: 48, orientation: 6).bytes
        let scan = try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xDA })
        for count in 0..<scan + 2 { #expect(throws: JPEGFault.cut) { try JPEGHeader(Array(bytes.prefix(count))) } }
        #expect(throws: Never.self) { try JPEGHeader(Array(bytes.prefix(scan + 2))) }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `bytes changed at random are read within bounds or refused`(seed: UInt64) {
        var random = Shuffle(seed: seed)
        let sound = JPEGSample(width: 64, height: 48, orientation: 6, isBigEndian: seed.isMultiple(of: 2)).bytes
        for _ in 0..<200 {
            var bytes = sound
            for _ in 0...random.below(6) { bytes[random.below(min(bytes.count, 200))] = UInt8(random.below(256)) }
            guard let header = try? JPEGHeader(bytes) else { continue }
            #expect((1...65535).contains(header.width) && (1...65535).contains(header.height))
            #expect([1, 3].contains(header.components))
        }
    }
}
