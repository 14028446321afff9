import EssaimDomain
import Fuzzing

/// A right number in the clothes that people give it: it is read. With one wrong digit it is not.
struct DressedNumber {
    private static let between = ["", " ", ".", "-", "\u{A0}", "\u{202F}", "\u{2013}", "/", "_", "\t"]

    private let kind: UInt8
    private let digits: [UInt8]
    private let clothes: [UInt8]
    private let wrong: Int

    init(_ reader: inout InputReader) {
        kind = reader.byte()
        digits = reader.bytes(13)
        wrong = Int(reader.byte())
        clothes = reader.bytes(16)
    }

    func check() {
        switch kind % 3 {
        case 0:
            let number = withLuhn(figures(10).map { Int($0) - 0x30 })
            judge(number) { (try? RPPS.parse($0).get())?.rawValue }
            require((try? RPPS.parse("8" + number).get())?.rawValue == number, "no national number")
        case 1:
            let corsica = ["", "A", "B"][Int(kind >> 2) % 3]
            var values = figures(8).map { Int($0) - 0x30 }
            if !corsica.isEmpty { values[1] = corsica == "A" ? 1 : 2 }
            let number = withLuhn(values)
            let written = corsica.isEmpty ? number : number.prefix(1) + corsica + number.dropFirst(2)
            judge(written) { (try? FINESS.parse($0).get())?.rawValue }
        default:
            let number = nir
            judge(number + Keys.nir(number)) { (try? NIR.parse($0).get())?.rawValue }
        }
    }

    /// Thirteen characters, of a person born in some month, perhaps in Corsica.
    private var nir: String {
        let text = String(decoding: figures(13), as: UTF8.self)
        let sex = ["1", "2", "3", "4", "7", "8"][Int(digits.first ?? 0) % 6]
        let months = Array(1...12) + Array(20...42) + Array(50...99)
        let month = months[Int(digits.last ?? 0) % months.count]
        let place = [String(text.dropFirst(5).prefix(2)), "2A", "2B"][Int(kind >> 2) % 3]
        return "\(sex)\(text.dropFirst().prefix(2))\(month < 10 ? "0" : "")\(month)\(place)\(text.dropFirst(7))"
    }

    private func figures(_ count: Int) -> [UInt8] {
        (0..<count).map { 0x30 + ($0 < digits.count ? digits[$0] % 10 : 0) }
    }

    private func withLuhn(_ values: [Int]) -> String {
        (values + [Keys.luhn(values)]).map(String.init).joined()
    }

    private func judge(_ number: String, _ read: (String) -> String?) {
        var typed = ""
        for (place, sign) in number.enumerated() {
            typed += Self.between[Int(place < clothes.count ? clothes[place] : 0) % Self.between.count]
            typed.append(sign)
        }
        require(read(typed) == number, "a right number was refused")
        require(read(typed.lowercased() + " ") == number, "a right number in small letters was refused")
        var bytes = Array(number.utf8)
        let place = wrong % bytes.count
        guard (0x30...0x39).contains(bytes[place]) else { return }
        bytes[place] = 0x30 + (bytes[place] - 0x30 + 1 + UInt8(wrong / bytes.count % 9)) % 10
        require(read(String(decoding: bytes, as: UTF8.self)) == nil, "a wrong digit was not seen")
    }

    static var seeds: [[UInt8]] {
        (0..<12).map { kind in
            [1, kind] + [1, 9, 5, 8, 0, 8, 2, 2, 1, 1, 3, 0, 7] + [kind &* 21] + (0..<16).map { $0 &* kind }
        }
    }
}
