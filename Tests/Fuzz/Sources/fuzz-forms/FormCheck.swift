import EssaimGate
import Fuzzing

@testable import EssaimHTTP

/// What holds for any bytes that come as a form or as a query.
struct FormCheck {
    private let limits: FormURLEncoded.Limits
    private let form: [UInt8]

    init(_ reader: inout InputReader) {
        let choice = reader.byte()
        limits = FormURLEncoded.Limits(
            bytes: choice & 1 == 0 ? 1 << 20 : Int(reader.byte()),
            fields: choice & 2 == 0 ? 500 : Int(reader.byte() & 7))
        form = reader.remainder()
    }

    func check() {
        let read = Self.reading { () throws(FormFault) in try FormURLEncoded.parse(form, limits: limits) }
        judge(read, limits)
        if case .success(let fields) = read { spelledAgain(fields) }
        guard let query = String(validating: form, as: UTF8.self) else { return }
        let asked = Self.reading { () throws(FormFault) in try QueryString.parse(query) }
        judge(asked, QueryString.limits)
        let part = Self.reading { () throws(FormFault) in
            try QueryString.parse(Substring("?\(query)".unicodeScalars.dropFirst()))
        }
        require(part == asked, "a part of an address is read otherwise")
    }

    private static func reading(_ parse: () throws(FormFault) -> FormFields) -> Result<FormFields, FormFault> {
        do throws(FormFault) { return .success(try parse()) } catch { return .failure(error) }
    }

    /// What was read is what a slow reader reads; what was refused, for a reason that is there.
    private func judge(_ read: Result<FormFields, FormFault>, _ limits: FormURLEncoded.Limits) {
        let slow = SlowForm(form)
        let halves = slow.pairs.flatMap { [$0.name, $0.value] }
        switch read {
        case .success(let fields):
            require(form.count <= limits.bytes && fields.count <= limits.fields, "more than its limits")
            require(fields.count == slow.pairs.count, "another number of fields")
            for (field, pair) in zip(fields.fields, slow.pairs) {
                require(same(field.name, pair.name.text) && same(field.value, pair.value.text), "another field")
            }
            require(!halves.contains { $0.bytes.contains(0) }, "a NUL")
            lookUp(fields)
        case .failure(.tooLarge(let limit)):
            require(limit == limits.bytes && form.count > limit, "not too large")
        case .failure(.tooManyFields(let limit)):
            require(limit == limits.fields && slow.pairs.count > limit, "not too many fields")
        case .failure(.badPercent(let place)):
            require(halves.contains { $0.badPercent == place }, "no percent sign out of place there")
        case .failure(.notUTF8(let place)):
            require(halves.contains { $0.start == place && $0.text == nil }, "UTF-8 after all")
        case .failure(.forbiddenCharacter(let place)):
            let half = halves.last { $0.start <= place }
            require(half?.bytes.contains(0) == true, "no NUL there")
        }
    }

    /// A name sent twice has no single value, and names are bytes.
    private func lookUp(_ fields: FormFields) {
        var values: [[UInt8]: [String]] = [:]
        for field in fields.fields { values[Array(field.name.utf8), default: []].append(field.value) }
        require(Set(fields.names.map { Array($0.utf8) }) == Set(values.keys), "other names")
        require(fields.names.count == values.count, "a name given twice")
        for name in fields.names {
            let sent = values[Array(name.utf8)] ?? []
            require(fields.all(name).elementsEqual(sent, by: same) && same(fields[name], sent.first), "other values")
            require(same(fields.single(name), sent.count == 1 ? sent[0] : nil), "one value of several")
            let trimmed = fields.trimmed(name)?.unicodeScalars
            let ends = [trimmed?.first, trimmed?.last].compactMap(\.self)
            require(trimmed != nil && !ends.contains { $0.properties.isWhitespace }, "white space at an end")
            require(same(fields.filled(name), trimmed?.isEmpty == true ? nil : trimmed.map(String.init)), "not filled")
        }
    }

    /// Fields written in the longest spelling, and in the shortest, read the same; twice in a row, twice.
    private func spelledAgain(_ fields: FormFields) {
        for isLong in [true, false] {
            let body = fields.fields
                .map { Self.spelled($0.name, isLong) + [UInt8(ascii: "=")] + Self.spelled($0.value, isLong) }
            let once = Array(body.joined(separator: [UInt8(ascii: "&")]))
            require((try? FormURLEncoded.parse(once)) == fields, "its own spelling is read otherwise")
            let twice = FormURLEncoded.Limits(fields: 2 * fields.count)
            require(
                (try? FormURLEncoded.parse(once + Array("&&".utf8) + once, limits: twice))
                    == FormFields(fields.fields + fields.fields), "twice is not twice")
        }
    }

    private static func spelled(_ text: String, _ isLong: Bool) -> [UInt8] {
        text.utf8.flatMap { byte -> [UInt8] in
            let isPlain =
                byte >= 0x80 || "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8.contains(byte)
            if !isLong, isPlain { return [byte] }
            if !isLong, byte == 0x20 { return [UInt8(ascii: "+")] }
            return Array(("%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: isPlain)).utf8)
        }
    }

    private func same(_ left: String?, _ right: String?) -> Bool {
        left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
    }

    static var seeds: [[UInt8]] {
        let forms = [
            "jeton=abc&texte=L%C3%A9sion+pigment%c3%a9e%0D%0A%26&photo=1&photo=2", "a", "a=&=b&&&=&c==d", "a=1&A=2&a=3",
            "%E2%84%AA=kelvin&K=k", "nom=%20+%C2%A0x%20", "%00=a", "a=%", "a=%4&b=%zz", "%C3=%A9",
            "a=%F0%9F%A9%BA&e%CC%81=",
        ]
        return forms.map { [0] + Array($0.utf8) } + forms.prefix(4).map { [3, 40, 3] + Array($0.utf8) }
    }
}
