import EssaimGate
import EssaimHTTP
import Fuzzing

/// What holds for any lines of `Cookie`.
enum CookieCheck {
    static func cookies(_ lines: [String]) {
        let read = CookieHeader.parse(lines)
        let length = lines.reduce(0) { $0 + $1.utf8.count }
        require(length <= CookieHeader.maximumBytes || read.isEmpty, "cookies of a header that is too long")
        require(read.count <= CookieHeader.maximumCookies, "too many cookies")
        guard length <= CookieHeader.maximumBytes else { return }
        let expected = lines.flatMap(pairs).prefix(CookieHeader.maximumCookies)
        require(read.fields.elementsEqual(expected), "other cookies")
        let joined = lines.joined(separator: ";")
        if joined.utf8.count <= CookieHeader.maximumBytes {
            require(CookieHeader.parse(joined) == read, "one line and several are read otherwise")
        }
        let written = read.fields.map { "\($0.name)=\($0.value)" }
        let again = CookieHeader.parse(written.joined(separator: "; "))
        require(again == read || written.joined(separator: "; ").utf8.count > CookieHeader.maximumBytes, "it changes")
        for name in read.names {
            let values = expected.filter { $0.name == name }
            require(read.single(name) == (values.count == 1 ? values[0].value : nil), "one cookie of several")
        }
    }

    /// The cookies of a line, by RFC 6265: a token, `=`, characters that no other reader takes for an end.
    private static func pairs(_ line: String) -> [FormFields.Field] {
        line.unicodeScalars.split(separator: ";").compactMap { piece in
            let cookie = String(
                piece.drop(while: isBlank).reversed().drop(while: isBlank).reversed().map(Character.init))
            let halves = cookie.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[0].isEmpty,
                halves[0].allSatisfy({ visible.contains($0) && !"\"(),/:;<=>?@[\\]{}".unicodeScalars.contains($0) }),
                halves[1].allSatisfy({ visible.contains($0) && !",;\\".unicodeScalars.contains($0) })
            else { return nil }
            return FormFields.Field(name: String(halves[0]), value: String(halves[1]))
        }
    }

    private static let visible: ClosedRange<Unicode.Scalar> = "!"..."~"

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
