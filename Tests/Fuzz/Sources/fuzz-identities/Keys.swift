/// The keys of numbers, reckoned from their specifications: slowly, on text.
enum Keys {
    /// Luhn's digit for what stands before it (ISO/IEC 7812-1, annex B).
    static func luhn(_ digits: [Int]) -> Int {
        var sum = 0
        for (place, digit) in digits.enumerated() {
            let isDoubled = (digits.count - place) % 2 == 1
            sum += isDoubled ? String(2 * digit).utf8.reduce(0) { $0 + Int($1) - 0x30 } : digit
        }
        return (10 - sum % 10) % 10
    }

    /// The two digits after thirteen characters of a NIR: 97 less the rest of a division, which is carried out as at school.
    static func nir(_ number: String) -> String {
        let head = number.prefix(5)
        let department = number.dropFirst(5).prefix(2)
        let tail = number.dropFirst(7)
        let digits = "\(head)\(department == "2A" ? "19" : department == "2B" ? "18" : String(department))\(tail)"
        let rest = digits.utf8.reduce(0) { ($0 * 10 + Int($1) - 0x30) % 97 }
        let key = 97 - rest
        return key < 10 ? "0\(key)" : "\(key)"
    }
}
