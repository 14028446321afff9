import Testing

@testable import EssaimIdentity

struct CBORTests {
    /// RFC 8949, appendix A, as far as authenticators write it.
    static let good: [(hex: String, value: CBOR)] = [
        ("00", .unsigned(0)), ("17", .unsigned(23)), ("1818", .unsigned(24)), ("1903e8", .unsigned(1000)),
        ("1a000f4240", .unsigned(1_000_000)), ("1b000000e8d4a51000", .unsigned(1_000_000_000_000)),
        ("1bffffffffffffffff", .unsigned(.max)), ("20", .negative(0)), ("3863", .negative(99)),
        ("3903e7", .negative(999)), ("f4", .boolean(false)), ("f5", .boolean(true)), ("f6", .null), ("40", .bytes([])),
        ("4401020304", .bytes([1, 2, 3, 4])), ("60", .text("")), ("6449455446", .text("IETF")), ("62c3bc", .text("ü")),
        ("80", .array([])), ("83010203", .array([.unsigned(1), .unsigned(2), .unsigned(3)])),
        ("a0", .map([:])), ("a201020304", .map([.unsigned(1): .unsigned(2), .unsigned(3): .unsigned(4)])),
        ("a26161016162820203", .map([.text("a"): .unsigned(1), .text("b"): .array([.unsigned(2), .unsigned(3)])])),
    ]

    @Test(arguments: good) func `values of the standard`(_ hex: String, _ value: CBOR) throws {
        #expect(try CBOR(bytes(hex)) == value)
    }

    /// Forms that canonical CBOR does not have, and what ends too soon or goes on.
    static let bad: [(hex: String, fault: CBOR.Fault)] = [
        ("", .ended), ("18", .ended), ("19ff", .ended), ("44010203", .ended), ("82", .ended), ("8201", .ended),
        ("a101", .ended), ("9bffffffffffffffff", .ended), ("bbffffffffffffffff", .ended),
        ("5bffffffffffffffff", .ended),
        ("1817", .notShortest), ("190017", .notShortest), ("1a0000ffff", .notShortest),
        ("1b00000000ffffffff", .notShortest), ("5803010203", .notShortest), ("61ff", .notText), ("62c328", .notText),
        ("5fff", .unsupported(31)), ("9fff", .unsupported(31)), ("bfff", .unsupported(31)), ("1c", .unsupported(28)),
        ("c000", .unsupported(0xC0)), ("f7", .unsupported(0xF7)), ("f90000", .unsupported(0xF9)),
        ("fb3ff199999999999a", .unsupported(0xFB)), ("a201020102", .keyTwice), ("0000", .rest(1)),
        ("81818181818181818100", .tooDeep),
    ]

    @Test(arguments: bad) func `what no authenticator writes is refused`(_ hex: String, _ fault: CBOR.Fault) {
        #expect(throws: fault) { try CBOR(bytes(hex)) }
    }

    @Test func `integers within ours are integers, others are none`() throws {
        #expect(try CBOR(bytes("3903e7")).integer == -1000 && CBOR(bytes("1bffffffffffffffff")).integer == nil)
        #expect(try CBOR(bytes("3bffffffffffffffff")).integer == nil)
        #expect(CBOR.key(-257) == .negative(256) && CBOR.key(3) == .unsigned(3))
    }

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }
}
