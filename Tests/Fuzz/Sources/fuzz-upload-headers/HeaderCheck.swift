import EssaimGate
import Fuzzing

@testable import EssaimHTTP

/// What holds for what was read from a header, and that what was read is what is written.
enum HeaderCheck {
    static func upload(offset: String, length: String, name: String) {
        guard let said = UploadHeaders(offset: offset, length: length, name: name) else {
            let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) } && name.utf8.count <= 8192
            require(!isPlain || number(offset) == nil || number(length) == nil, "plain values were refused")
            return
        }
        require(said.offset == number(offset) && said.total == number(length), "another number was read")
        require(said.name?.isEmpty != true && (said.name?.utf8.count ?? 0) <= 1024, "a name of no such length")
        require(said.name?.utf8.contains(0) != true, "a name with a NUL")
        let encoded = encode(said.name ?? "")
        require(
            UploadHeaders(offset: offset, length: length, name: encoded) == said, "its own spelling is read otherwise")
    }

    /// Digits in any number, read slowly.
    private static func number(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 12 else { return nil }
        return text.unicodeScalars.reduce(0) { sum, digit in
            guard let sum, ("0"..."9").contains(digit) else { return nil }
            return sum * 10 + Int(digit.value) - 48
        }
    }

    private static func encode(_ name: String) -> String {
        name.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func range(_ header: String) {
        guard let asked = ByteRange(header: header) else { return }
        let spelled =
            switch asked {
            case .from(let start): "bytes=\(start)-"
            case .between(let start, let end): "bytes=\(start)-\(end)"
            case .last(let count): "bytes=-\(count)"
            }
        require(ByteRange(header: spelled) == asked, "its own spelling is read otherwise")
        for length in [0, 1, 2, 10, 65_536, 52_428_800] {
            guard let part = asked.range(of: length) else { continue }
            require(!part.isEmpty && part.lowerBound >= 0 && part.upperBound <= length, "outside of the file")
        }
    }

    /// A name of any bytes makes one header, in printable ASCII, with one or two names in it.
    static func disposition(_ name: String) {
        let text = Disposition(name, isInline: false).text
        require(text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "not printable")
        require(text.utf8.count { $0 == UInt8(ascii: "\"") } == 2, "a quote of the name's own")
        let read = HeaderParameters(Array(text.utf8)[...])
        require(read?.value == "attachment", "no header of a file")
        require(
            read.map { Set($0.parameters.keys).isSubset(of: ["filename", "filename*"]) } == true, "more than a name")
        guard let extended = read?["filename*"] else {
            require(read?["filename"] == name, "another name")
            return
        }
        let decoded = try? PercentDecoding.formText(Array(extended.dropFirst(7).utf8)[...], base: 0)
        require(name.utf8.contains(0) || name.contains("+") || decoded == name, "another name once decoded")
    }

    static let seeds = [
        "0\n1000\nlesion.jpg\nbytes=0-499", "65536\n52428800\nl%C3%A9sion%20%2B1.jpg\nbytes=500-",
        "999999999999\n0\n\nbytes=-500", "+1\n-1\n%00%\nbytes=9-1",
        "0\n1000000000000\na\nbytes=-0",
        "1\n1\n\(String(repeating: "%E3%81%82", count: 400))\nbytes=0-0,2-3",
    ]
}
