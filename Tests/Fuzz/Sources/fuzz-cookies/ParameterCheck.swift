import EssaimGate
import Fuzzing

@testable import EssaimHTTP

/// What holds for a header value with parameters, and for a range.
enum ParameterCheck {
    static func contentType(_ text: String) {
        let read = HeaderParameters(Array(text.utf8)[...])
        if let read {
            require(!read.value.isEmpty && read.value == read.value.lowercased(), "a value that was not lowered")
            require(!text.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "a control character")
            for isQuoted in [true, false] {
                let written = spelled(read, isQuoted)
                require(HeaderParameters(Array(written.utf8)[...]) == read, "its own spelling is read otherwise")
            }
            if let name = read.parameters.keys.first {
                let twice = spelled(read, true) + "; \(name.uppercased())=a"
                require(HeaderParameters(Array(twice.utf8)[...]) == nil, "a parameter given twice")
            }
        }
        boundary(text, read)
    }

    private static func spelled(_ read: HeaderParameters, _ isQuoted: Bool) -> String {
        read.parameters.reduce(read.value.uppercased()) { text, parameter in
            let (name, value) = parameter
            if !isQuoted, !value.isEmpty, value.utf8.allSatisfy(HeaderParameters.isToken) {
                return text + ";\(name)=\(value)"
            }
            let escaped = value.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
            return text + " ;  \(name.uppercased())=\"\(escaped)\""
        }
    }

    private static func boundary(_ text: String, _ read: HeaderParameters?) {
        let signs = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ".unicodeScalars
        guard let delimiter = try? MultipartBoundary.delimiter(text) else {
            let named = read?.value == "multipart/form-data" ? read?["boundary"] : nil
            let isFine =
                named.map { (1...70).contains($0.utf8.count) && $0.unicodeScalars.allSatisfy(signs.contains) } ?? false
            require(!isFine || named?.hasSuffix(" ") == true, "a boundary was refused")
            return
        }
        let boundary = String(decoding: delimiter.dropFirst(4), as: UTF8.self)
        require(delimiter.starts(with: "\r\n--".utf8) && read?["boundary"] == boundary, "another boundary")
        require((1...70).contains(boundary.utf8.count) && !boundary.hasSuffix(" "), "a boundary of no such length")
        require(boundary.unicodeScalars.allSatisfy(signs.contains), "a sign that no boundary has")
    }

    /// What is read as a range is what its digits say, and nothing else is refused.
    static func range(_ header: String) {
        let bytes = Array(header.utf8)
        let halves = bytes.dropFirst(6).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isOne = bytes.starts(with: "bytes=".utf8) && halves.count == 2 && bytes.count <= 40
        let numbers = isOne ? halves.map(number) : [nil, nil]
        let expected: ByteRange? =
            switch (isOne && halves[0].isEmpty, isOne && halves[1].isEmpty, numbers[0], numbers[1]) {
            case (true, false, _, let last?): .last(last)
            case (false, true, let start?, _): .from(start)
            case (false, false, let start?, let end?): start <= end ? .between(start, end) : nil
            default: nil
            }
        require(ByteRange(header: header) == expected, "another range")
    }

    /// Digits in any number up to fifteen, read slowly.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...15).contains(digits.count) else { return nil }
        return digits.reduce(0) { sum, digit in
            guard let sum, (0x30...0x39).contains(digit) else { return nil }
            return sum * 10 + Int(digit) - 0x30
        }
    }
}
