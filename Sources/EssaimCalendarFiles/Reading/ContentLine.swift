/// One line of a calendar: `NAME;PARAMETER=value:value` (RFC 5545 §3.1). Names are raised to capitals.
struct ContentLine {
    let number: Int
    let name: String
    /// The first value of each; those that are asked for have one only.
    let parameters: [String: String]
    let value: String

    init(_ bytes: [UInt8], number: Int) throws(CalendarFault) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CalendarFault(line: number, "ce n’est pas de l’UTF-8.")
        }
        let malformed = CalendarFault(line: number, "ce n’est pas une ligne de calendrier, de la forme NOM:valeur.")
        let scalars = text.unicodeScalars
        guard !scalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }),
            let end = scalars.firstIndex(where: { $0 == ":" || $0 == ";" }),
            let name = Self.name(scalars[..<end])
        else { throw malformed }
        var parameters: [String: String] = [:]
        var position = end
        while scalars[position] == ";" {
            let rest = scalars[scalars.index(after: position)...]
            guard let equals = rest.firstIndex(of: "="), let parameter = Self.name(rest[..<equals]),
                let read = Self.values(scalars[scalars.index(after: equals)...])
            else { throw malformed }
            if parameters.updateValue(read.first, forKey: parameter) != nil { throw malformed }
            position = read.end
        }
        self.number = number
        self.name = name
        self.parameters = parameters
        value = String(scalars[scalars.index(after: position)...])
    }

    /// Letters, digits and hyphens.
    private static func name(_ scalars: Substring.UnicodeScalarView) -> String? {
        let isName = scalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || isDigit($0) || $0 == "-") }
        return isName && !scalars.isEmpty && scalars.count <= 64 ? String(scalars).uppercased() : nil
    }

    /// A parameter's values, between commas, and where they end, at a semicolon or a colon. Nil without that end, or for a
    /// quotation mark that is out of place.
    private static func values(
        _ scalars: Substring.UnicodeScalarView
    ) -> (first: String, end: String.Index)? {
        var first: String?
        var value = ""
        var position = scalars.startIndex
        var isQuoted = false
        while position < scalars.endIndex {
            let scalar = scalars[position]
            if scalar == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, scalar == "," || scalar == ";" || scalar == ":" {
                first = first ?? value
                value = ""
                if scalar != "," { return first.map { (first: $0, end: position) } }
            } else {
                value.unicodeScalars.append(scalar)
            }
            position = scalars.index(after: position)
        }
        return nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
