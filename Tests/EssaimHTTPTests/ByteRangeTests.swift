import EssaimGate
import Testing

@testable import EssaimHTTP

@Suite struct `The range that a reader asks for` {
    @Test func `one range of bytes is read`() {
        #expect(ByteRange(header: "bytes=0-499") == .between(0, 499))
        #expect(ByteRange(header: "bytes=7-7") == .between(7, 7))
        #expect(ByteRange(header: "bytes=500-") == .from(500))
        #expect(ByteRange(header: "bytes=-500") == .last(500))
    }

    @Test(arguments: [
        "", "bytes=", "bytes=-", "bytes=1", "bytes=2-1", "bytes=0-1,3-4", "bytes=0-1-2", "bytes= 0-1", "bytes=0-1 ",
        "bytes=+0-1", "bytes=--1", "Bytes=0-1", "items=0-1", "bytes=0-٣", "bytes=0-1234567890123456", "bytes=a-b",
    ])
    func `anything else asks for all of the file`(_ header: String) {
        #expect(ByteRange(header: header) == nil)
    }

    @Test func `whatever is asked of a file lies within it`() {
        let numbers = [0, 1, 9, 10, 11, 999_999_999_999_999]
        let asked = numbers.flatMap { [ByteRange.from($0), .last($0)] } + numbers.map { .between(1, $0) }
        for range in asked {
            for length in [0, 1, 10] {
                guard let part = range.range(of: length) else { continue }
                #expect(!part.isEmpty && part.lowerBound >= 0 && part.upperBound <= length)
            }
        }
    }
}
