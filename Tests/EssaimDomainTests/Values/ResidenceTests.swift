import EssaimDomain
import Testing

struct ResidenceTests {
    @Test(
        arguments: [
            ("22300 Lannion", "22300"), ("Lannion (22113)", "22113"), ("  22300\u{A0}LANNION ", "22300"),
            ("2a004", "2A004"), ("75015 Paris 15", "75015"), ("97411, Saint-Denis", "97411"), ("99109", "99109"),
        ])
    func `a postal code or an INSEE code says the commune`(typed: String, code: String) {
        #expect(Residence(typed: typed)?.code == code)
    }

    @Test(
        arguments: [
            "", "Lannion", "2230 Lannion", "223000 Lannion", "22300 ou 22113", "00000", "2C004", "٢٢٣٠٠ Lannion",
            "22 300 Lannion", "<b>22300</b>", String(repeating: "22300 ", count: 100), "' OR 1=1 --", "2230\u{0}0",
        ])
    func `what says no commune says none`(typed: String) {
        #expect(Residence(typed: typed) == nil)
    }

    @Test(arguments: [("22300", "22"), ("2A004", "2A"), ("97411", "974"), ("98800", "988")])
    func `the département is in the first characters`(code: String, departement: String) {
        #expect(Residence.departement(of: code) == departement)
    }
}
