import EssaimDomain
import Testing

struct NIRTests {
    @Test(arguments: [
        ("2 79 03 51 215 189 89", "279035121518989"), ("285122A00400146", "285122A00400146"),
        ("1 60 07 2b 033 042 66", "160072B03304266"), ("269054958815780", "269054958815780"),
        ("180012099900167", "180012099900167"), ("155019999912307", "155019999912307"),
        ("701067505600165", "701067505600165"), ("142209741200311", "142209741200311"),
    ])
    func `a number with its key is read, of Corsica, overseas, born abroad, provisional`(typed: String, read: String)
        throws
    {
        #expect(try NIR.parse(typed).get().rawValue == read)
        #expect(NIR(rawValue: read)?.key == String(read.suffix(2)))
    }

    @Test(arguments: [
        ("279035121518988", IdentityFault.wrongKey(.nir)), ("2790351215189", .missingKey),
        ("27903512151898", .tooShort(.nir, missing: 1)), ("2790351215189890", .tooLong(.nir, extra: 1)),
        ("979035121518989", .impossibleSex), ("279135121518989", .impossibleMonth),
        ("279005121518989", .impossibleMonth),
        ("279452121518989", .impossibleMonth), ("27903A121518989", .unexpected(.nir, "A")),
        ("279033A21518989", .unexpected(.nir, "A")), ("2790351215189 8O", .unexpected(.nir, "O")), ("  ", .empty(.nir)),
    ])
    func `a wrong number is refused with its fault`(typed: String, fault: IdentityFault) {
        #expect(NIR.parse(typed) == .failure(fault))
    }

    @Test func `the key of Corsica takes 2A as 19 and 2B as 18`() {
        #expect(NIR(rawValue: "285122A00400146") != nil)
        #expect(NIR(rawValue: "285122B00400146") == nil)
    }

    @Test func `it is shown in groups`() throws {
        #expect(try NIR.parse("279035121518989").get().spaced == "2 79 03 51 215 189 89")
    }

    @Test func `a random number with its key is read, and with any other key refused`() throws {
        var random = SeededRandom(2026)
        for _ in 0..<500 {
            let month = Int.random(in: 1...12, using: &random)
            let body =
                "\(Int.random(in: 1...2, using: &random))\(Int.random(in: 10...99, using: &random))"
                + (month < 10 ? "0" : "") + "\(month)\(Int.random(in: 10...95, using: &random))"
                + "\(Int.random(in: 100_000...999_999, using: &random))"
            let number = try #require(Int(body))
            let keys = (1...97).filter { NIR(rawValue: body + ($0 < 10 ? "0" : "") + "\($0)") != nil }
            #expect(keys == [97 - number % 97])
        }
    }

    @Test(arguments: hostileTexts) func `hostile text is refused`(text: String) {
        #expect((try? NIR.parse(text).get()) == nil)
    }

    @Test func `no message repeats the number`() {
        for typed in ["279035121518988", "2790351215189", "979035121518989"] {
            guard case .failure(let fault) = NIR.parse(typed) else { continue }
            #expect(!fault.message.contains("279035") && !fault.message.contains("979035"))
        }
    }
}
