import Foundation
import Testing

@testable import EssaimDocuments

/// Zip64, without the gigabytes: the sink leaves holes where the zeros would be.
@Suite struct ZipLargeTests {
    @Test func `more than 65,535 files are told by the long record`() throws {
        var writer = ZipWriter()
        let count = 65_540
        for number in 0..<count { writer.add("\(number)", [], modified: ZipWriterTests.moment) }
        let bytes = writer.finished()
        let entries = try ZipReading.entries(of: bytes)
        #expect(entries.count == count && entries.last?.name == "65539")
        #expect(bytes.suffix(22).dropFirst(8).prefix(4) == [0xFF, 0xFF, 0xFF, 0xFF])
    }

    @Test func `a file of more than four gigabytes, and one behind it, are found`() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("large.zip").path
            try Data().write(to: URL(fileURLWithPath: path))
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            defer { try? file.close() }
            var offset: UInt64 = 0
            var writer = ZipWriter()
            func pass() throws {
                for piece in writer.take() {
                    if piece.count < 1_000_000 {
                        try file.seek(toOffset: offset)
                        try file.write(contentsOf: piece)
                    }
                    offset += UInt64(piece.count)
                }
            }
            let zeros = [UInt8](repeating: 0, count: 64 << 20)
            writer.open("grand.dcm", modified: ZipWriterTests.moment)
            for _ in 0..<65 {
                writer.write(zeros)
                try pass()
            }
            writer.add("petit.txt", Array("123456789".utf8), modified: ZipWriterTests.moment)
            writer.finish()
            try pass()
            let entries = try ZipReading.entries(of: path, isChecked: false)
            #expect(entries.map(\.size) == [65 << 26, 9])
            #expect(entries[1].offset > 4 << 30)
            // Computed another way.
            #expect(entries[0].checksum == Self.checksumOfZeros(65 << 26))
            let said = try Tool(name: "unzip", packages: "unzip").run(["-p", path, "petit.txt"])
            #expect(said == "123456789")
        }
    }

    @Test func `numbers stand in the long fields from the first that would not fit`() {
        for (size, offset, count) in [
            (0xFFFF_FFFE, 0, 0), (0xFFFF_FFFF, 0, 20), (5 << 30, 5 << 30, 28), (1, 0xFFFF_FFFF, 12),
            (1, 0xFFFF_FFFE, 0),
        ] {
            let entry = ZipEntry(
                name: [0x61], modified: ZipWriterTests.moment, offset: offset, isStreamed: false, checksum: 1,
                size: size)
            let header = entry.directoryHeader
            #expect(header.count == 46 + 1 + count)
            #expect(Int(header[30]) == count)
        }
        #expect(ZipEnd(count: 1, start: 0xFFFF_FFFE, end: 0xFFFF_FFFF).bytes.count == 22)
        #expect(ZipEnd(count: 1, start: 0xFFFF_FFFF, end: 0x1_0000_0010).bytes.count == 22 + 76)
        #expect(ZipEnd(count: 0xFFFE, start: 0, end: 1).bytes.count == 22)
        #expect(ZipEnd(count: 0xFFFF, start: 0, end: 1).bytes.count == 22 + 76)
    }

    /// By squaring: the checksum is linear, so that of twice as many zeros needs no zeros.
    private static func checksumOfZeros(_ count: Int) -> UInt32 {
        // What one zero byte does to the register, as a matrix of 32 columns, applied `count` times.
        var step = (0..<32).map { bit -> UInt32 in
            (0..<8).reduce(UInt32(1) << UInt32(bit)) { value, _ in
                value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
            }
        }
        func apply(_ matrix: [UInt32], _ vector: UInt32) -> UInt32 {
            (0..<32).reduce(0) { vector >> UInt32($1) & 1 == 1 ? $0 ^ matrix[$1] : $0 }
        }
        var register = UInt32.max
        var rest = count
        while rest > 0 {
            if rest & 1 == 1 { register = apply(step, register) }
            step = step.map { apply(step, $0) }
            rest >>= 1
        }
        return ~register
    }
}
