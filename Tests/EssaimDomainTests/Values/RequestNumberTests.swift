import EssaimDomain
import Testing

struct RequestNumberTests {
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private func samples(_ count: Int, seed: UInt64) -> [[Character]] {
        var random = SeededRandom(seed)
        return (0..<count).map { _ in Array(RequestNumber.random(using: &random).rawValue) }
    }

    @Test func `a number is eight characters that can be typed, shown in two halves`() throws {
        var random = SeededRandom(1)
        for _ in 0..<1000 {
            let number = RequestNumber.random(using: &random)
            #expect(number.rawValue.count == 8 && number.rawValue.allSatisfy(Self.letters.contains))
            #expect(number.shown == number.rawValue.prefix(4) + "-" + number.rawValue.suffix(4))
            #expect(RequestNumber.parse(number.shown) == number)
            #expect(RequestNumber(rawValue: number.rawValue) == number)
        }
    }

    @Test func `what is typed is read whatever its case, spaces, dashes and look-alike letters`() throws {
        var random = SeededRandom(2)
        var seen: Set<Character> = []
        while !seen.isSuperset(of: ["0", "1"]) {
            let number = RequestNumber.random(using: &random)
            seen.formUnion(number.rawValue)
            let lower = number.shown.lowercased()
            #expect(RequestNumber.parse(lower) == number)
            #expect(RequestNumber.parse(" " + lower.map { "\($0)" }.joined(separator: "\u{A0}") + "\n") == number)
            for (digit, letter) in [("0", "o"), ("0", "O"), ("1", "i"), ("1", "I"), ("1", "l"), ("1", "L")] {
                #expect(
                    RequestNumber.parse(String(number.shown.map { "\($0)" == digit ? Character(letter) : $0 }))
                        == number)
            }
        }
    }

    @Test func `every single wrong character is detected, in 300 numbers at all eight places`() {
        for right in samples(300, seed: 3) {
            for place in right.indices {
                for letter in Self.letters where letter != right[place] {
                    var wrong = right
                    wrong[place] = letter
                    #expect(RequestNumber.parse(String(wrong)) == nil, "\(String(right)) → \(String(wrong))")
                }
            }
        }
    }

    @Test func `every exchange of two characters is detected, neighbours or not`() {
        for right in samples(3000, seed: 4) {
            for first in right.indices {
                for second in right.indices where second > first && right[first] != right[second] {
                    var wrong = right
                    wrong.swapAt(first, second)
                    #expect(RequestNumber.parse(String(wrong)) == nil, "\(String(right)) → \(String(wrong))")
                }
            }
        }
    }

    @Test func `of random words one in 32 passes, no more`() {
        var random = SeededRandom(5)
        let passed = (0..<64_000).count { _ in
            let word = (0..<8).map { _ in Self.letters[Int.random(in: 0..<32, using: &random)] }
            return RequestNumber.parse(String(word)) != nil
        }
        #expect((1800...2200).contains(passed))
    }

    @Test func `ten thousand numbers are all different and use every letter at every place`() {
        var random = SeededRandom(6)
        let numbers = (0..<10_000).map { _ in Array(RequestNumber.random(using: &random).rawValue) }
        #expect(Set(numbers.map { String($0) }).count == 10_000)
        for place in 0..<8 { #expect(Set(numbers.map { $0[place] }).count == 32) }
    }

    @Test(arguments: hostileTexts + ["UUUUUUUU", "0000000", "000000000", "0000-000U", "ＯＯＯＯ０００００"])
    func `hostile text is no number`(text: String) { #expect(RequestNumber.parse(text) == nil) }

    @Test func `storage gives back only what it was given`() {
        #expect(RequestNumber(rawValue: "00000000") != nil)
        #expect(RequestNumber(rawValue: "OOOOOOOO") == nil)
        #expect(RequestNumber(rawValue: "0000-0000") == nil)
    }
}
