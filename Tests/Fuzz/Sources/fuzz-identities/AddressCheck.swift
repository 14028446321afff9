import EssaimDomain
import Fuzzing

/// What holds for any text typed where an address, a telephone or a commune is asked for.
enum AddressCheck {
    static func check(_ typed: String) {
        mail(typed)
        mobile(typed)
        commune(typed)
        residence(typed)
    }

    private static func mail(_ typed: String) {
        guard let mail = MailboxAddress.parse(typed) else { return }
        let text = mail.rawValue
        require(
            MailboxAddress.parse(text) == mail && MailboxAddress(rawValue: text) == mail, "typed again it is another")
        require(typed.utf8.count >= text.utf8.count && typed.contains(text), "what nobody typed")
        require(text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && text.utf8.count <= 254, "no ASCII")
        let signs = text.unicodeScalars
        require(
            signs.count { $0 == "@" } == 1 && !signs.contains { "\"(),:;<>[\\]".unicodeScalars.contains($0) }, "a sign")
        let labels =
            text.split(separator: "@").last.map { $0.split(separator: ".", omittingEmptySubsequences: false) } ?? []
        require(labels.count >= 2 && labels.allSatisfy { (1...63).contains($0.utf8.count) }, "no host")
        require(!text.contains("..") && !text.hasPrefix(".") && !text.contains(".@"), "a dot that joins nothing")
    }

    private static func mobile(_ typed: String) {
        guard let mobile = MobileNumber.parse(typed) else { return }
        let text = mobile.rawValue
        require(
            MobileNumber.parse(text) == mobile && MobileNumber(rawValue: text) == mobile, "typed again it is another")
        require(text.utf8.first == UInt8(ascii: "+") && (10...13).contains(text.utf8.count), "no number of a gateway")
        require(text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }, "no digits")
        require(MobileNumber.parse("00" + text.dropFirst()) == mobile, "dialled, it is another")
        let countries = ["+33", "+262", "+590", "+594", "+596", "+508", "+687", "+689"]
        guard let country = countries.first(where: text.hasPrefix) else {
            return require(false, "a country of elsewhere")
        }
        if text.utf8.count == country.utf8.count + 9 {
            require(MobileNumber.parse("0" + text.dropFirst(country.utf8.count)) == mobile, "at home, it is another")
        }
        let last = typed.unicodeScalars.last { ("0"..."9").contains($0) }
        require(last == text.unicodeScalars.last, "digits that nobody typed")
        require(!mobile.veiled.contains(text.dropFirst(4).dropLast(2)), "the veil shows it")
    }

    private static func commune(_ typed: String) {
        if let commune = INSEECommune(rawValue: typed) {
            require(typed.utf8.count == 5 && Array(commune.rawValue.utf8) == Array(typed.utf8), "another commune")
            require(
                typed.hasPrefix(commune.departement) && (2...3).contains(commune.departement.utf8.count),
                "a département")
            require(typed.utf8.filter { !(0x30...0x39).contains($0) }.count <= 1, "letters")
        }
        if let code = PostalCode(rawValue: typed) {
            require(INSEECommune(rawValue: code.rawValue) != nil && Int(typed) ?? 0 > 0, "no postal code")
        }
        if Departement.isCode(typed) {
            require(
                (2...3).contains(typed.utf8.count) && typed.unicodeScalars.count == typed.utf8.count, "no département")
            require(
                INSEECommune(rawValue: typed + "00000".prefix(5 - typed.utf8.count))?.departement == typed, "of another"
            )
        }
    }

    private static func residence(_ typed: String) {
        guard let residence = Residence(typed: typed) else { return }
        require(typed.utf8.count <= Residence.longest * 4, "more than is kept")
        require(typed.uppercased().contains(residence.code), "a commune that nobody typed")
        require(Residence(typed: residence.code) == residence, "typed again it is another")
        require(Residence(typed: "\(residence.code) \(residence.code)") == nil, "one of two")
        require(
            Residence.departement(of: residence.code).map(residence.code.hasPrefix) == true, "of another département")
    }
}
