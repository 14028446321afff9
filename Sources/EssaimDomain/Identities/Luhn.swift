/// The key of Luhn (ISO/IEC 7812-1, annex B): every second value from the right is doubled, its digits added,
/// and the whole is a multiple of ten. It catches every wrong digit, and every exchange of neighbours but 09 ↔ 90.
enum Luhn {
    /// `values` are 0…9, the key last.
    static func holds(_ values: [Int]) -> Bool {
        var sum = 0
        for (place, value) in values.reversed().enumerated() {
            let doubled = place.isMultiple(of: 2) ? value : value * 2
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum.isMultiple(of: 10)
    }
}
