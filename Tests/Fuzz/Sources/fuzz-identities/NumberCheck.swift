import EssaimDomain
import Fuzzing

/// What holds for any text typed where a number is asked for.
enum NumberCheck {
    static func check(_ typed: String) {
        rpps(typed)
        finess(typed)
        switch ADELI.parse(typed) {
        case .success(let adeli):
            require(isForm(adeli.rawValue, length: 9, letterAt: 1), "no AM number")
            require(ADELI.parse(adeli.rawValue) == .success(adeli), "typed again it is another")
        case .failure(let fault): said(fault.message, of: typed)
        }
        nir(typed)
        ins(typed)
    }

    private static func rpps(_ typed: String) {
        let strict = RPPS.parse(typed)
        switch strict {
        case .success(let rpps):
            let digits = rpps.rawValue.utf8.map { Int($0) - 0x30 }
            require(isForm(rpps.rawValue, length: 11), "no RPPS")
            require(Keys.luhn(digits.dropLast()) == digits[10] && rpps.hasKey, "another key")
            require(
                RPPS.parse(rpps.rawValue) == strict && RPPS.parse(rpps.nationalId) == strict,
                "typed again it is another")
            require(RPPS.parse(typed, strict: false) == strict, "less strict, it is another")
        case .failure(let fault): said(fault.message, of: typed)
        }
        if case .success(let card) = RPPS.parse(typed, strict: false) {
            require(isForm(card.rawValue, length: 11), "no form of an RPPS")
            require(
                strict == .success(card) || strict == .failure(.wrongKey(.rpps)) || typed.contains("8"), "why refused?")
        }
    }

    private static func finess(_ typed: String) {
        let strict = FINESS.parse(typed)
        switch strict {
        case .success(let finess):
            let values = finess.rawValue.unicodeScalars.map { Int(String($0)) ?? ($0 == "A" ? 1 : 2) }
            require(isForm(finess.rawValue, length: 9, letterAt: 1), "no FINESS")
            require(Keys.luhn(values.dropLast()) == values[8] && finess.hasKey, "another key")
            require(FINESS.parse(finess.rawValue) == strict, "typed again it is another")
            require(FINESS.parse(typed, strict: false) == strict, "less strict, it is another")
        case .failure(let fault): said(fault.message, of: typed)
        }
        if case .success(let card) = FINESS.parse(typed, strict: false) {
            require(strict == .success(card) || strict == .failure(.wrongKey(.finess)), "why refused?")
        }
    }

    private static func nir(_ typed: String) {
        switch NIR.parse(typed) {
        case .success(let nir):
            require(isForm(nir.rawValue, length: 15, letterAt: 6), "no NIR")
            require(nir.number + nir.key == nir.rawValue && nir.key == Keys.nir(nir.number), "another key")
            require("123478".contains(nir.rawValue.prefix(1)), "a first digit that no NIR has")
            for again in [nir.rawValue, nir.spaced] {
                require(NIR.parse(again) == .success(nir), "typed again it is another")
            }
            require(NIR(rawValue: nir.rawValue) == nir, "kept, it is refused")
        case .failure(let fault): said(fault.message, of: typed)
        }
    }

    private static func ins(_ typed: String) {
        let lines = typed.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        for oid in INS.Authority.allCases.map({ "urn:oid:\($0.rawValue)" }) + [lines.count > 1 ? lines[1] : ""] {
            for isProduction in [true, false] {
                let read = INS.parse(matricule: lines[0], oid: oid, status: .provisional, production: isProduction)
                switch read {
                case .success(let ins):
                    require(!(isProduction && ins.authority.isForTests), "a test patient among patients")
                    require(NIR.parse(lines[0]) == .success(ins.matricule), "another matricule")
                    require(ins.matriculeToSend == nil, "a matricule that is not qualified leaves")
                case .failure(let fault): said(fault.message, of: typed)
                }
            }
        }
    }

    /// ASCII digits, and one place where Corsica's letters may stand.
    private static func isForm(_ number: String, length: Int, letterAt: Int? = nil) -> Bool {
        number.utf8.count == length
            && number.utf8.enumerated().allSatisfy { place, byte in
                (0x30...0x39).contains(byte) || (place == letterAt && (0x41...0x42).contains(byte))
            }
    }

    /// A message is short, visible, and repeats no number.
    static func said(_ message: String, of typed: String) {
        let scalars = message.unicodeScalars
        require((10...200).contains(scalars.count), "a message of \(scalars.count) characters")
        require(
            !scalars.contains {
                [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
            },
            "a message that hides something")
        let runs = typed.split { !$0.isASCII || !$0.isNumber }.filter { $0.utf8.count >= 5 }
        require(!runs.contains { message.contains($0) }, "the number is repeated")
    }
}
