import EssaimDomain
import Testing

@testable import EssaimIdentity

struct TimeCodeTests {
    /// RFC 6238, appendix B, for SHA-1: its codes have eight digits, of which ours are the last six.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `codes are those of the standard`(_ second: Int64, _ code: String) {
        let key = TimeCode(secret: Array("12345678901234567890".utf8))
        #expect(key.code(at: TimeCode.step(at: Instant(milliseconds: second * 1000))) == String(code.suffix(6)))
    }

    private static let key = TimeCode(secret: Array("12345678901234567890".utf8))
    private static let now = Instant(milliseconds: 1_234_567_890_000)
    private static let period = TimeCode.step(at: now)

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, false)])
    func `a code is taken in its own period and in the one after it`(_ drift: Int, _ isTaken: Bool) {
        let code = Self.key.code(at: Self.period + drift)
        #expect(Self.key.step(of: code, at: Self.now, after: nil) == (isTaken ? Self.period + drift : nil))
    }

    @Test func `a code, and any before it, is taken once`() {
        let code = Self.key.code(at: Self.period)
        #expect(Self.key.step(of: code, at: Self.now, after: Self.period) == nil)
        #expect(Self.key.step(of: Self.key.code(at: Self.period - 1), at: Self.now, after: Self.period) == nil)
        #expect(Self.key.step(of: code, at: Self.now, after: Self.period - 1) == Self.period)
    }

    @Test(arguments: ["", "0", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "-00000", "005924\u{0}", "005 92 4 0"])
    func `what is no code is wrong`(_ typed: String) {
        #expect(Self.key.step(of: typed, at: Self.now, after: nil) == nil)
    }

    @Test func `blanks within a code do not matter`() {
        #expect(Self.key.step(of: "005 924", at: Self.now, after: nil) == Self.period)
    }

    @Test func `an application is given the secret as letters and as an address`() {
        #expect(Self.key.typed == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            Self.key.address(site: "Essaim essaim.exemple.fr", login: "anne:le goff&")
                == "otpauth://totp/Essaim%20essaim.exemple.fr:anne%3Ale%20goff%26?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Essaim%20essaim.exemple.fr&algorithm=SHA1&digits=6&period=30")
    }

    @Test func `nothing prints the secret`() {
        #expect("\(Self.key)" == "TimeCode(…)" && String(reflecting: Self.key).contains("49") == false)
    }
}

/// RFC 4648, §10.
struct Base32Tests {
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `texts of the standard`(_ text: String, _ encoded: String) {
        #expect(Base32.encode(Array(text.utf8)) == encoded)
    }
}

struct RecoveryCodeTests {
    @Test func `a code is read as it is printed, however it is typed`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let code = RecoveryCode(using: &random)
            #expect(code.printed.count == 27 && code.printed.filter { $0 == "-" }.count == 3)
            for typed in [
                code.printed, code.printed.lowercased(), code.printed.replacing("-", with: " "),
                code.printed.replacing("0", with: "o").replacing("1", with: "l"), "  \(code.printed)  ",
            ] {
                #expect(RecoveryCode(typed)?.digest == code.digest, "\(typed)")
            }
        }
    }

    @Test(arguments: ["", "123456", "ABCDEF-ABCDEF-ABCDEF-ABCDE", "UUUUUU-UUUUUU-UUUUUU-UUUUUU", "é"])
    func `what is no code is none`(_ typed: String) { #expect(RecoveryCode(typed) == nil) }

    @Test func `codes differ, and nothing prints them`() {
        var random = SystemRandomNumberGenerator()
        let codes = (0..<1000).map { _ in RecoveryCode(using: &random) }
        #expect(Set(codes.map(\.digest)).count == 1000)
        #expect(
            "\(codes[0])" == "RecoveryCode(…)" && !String(reflecting: codes[0]).contains(codes[0].printed.prefix(6)))
    }
}
