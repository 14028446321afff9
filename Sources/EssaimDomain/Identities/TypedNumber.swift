/// A number as typed or pasted, with what people put between the digits taken away: spaces of any width, dots, dashes,
/// slashes and underscores. ASCII letters are raised to capitals; anything else is kept, to be refused by name.
struct TypedNumber {
    let scalars: [Unicode.Scalar]

    init(_ typed: String) {
        scalars = typed.unicodeScalars.compactMap { scalar in
            if scalar.properties.isWhitespace || scalar.properties.isDash || "./_".unicodeScalars.contains(scalar) {
                return nil
            }
            let isSmall = scalar.value >= 0x61 && scalar.value <= 0x7A
            return isSmall ? Unicode.Scalar(UInt8(scalar.value - 0x20)) : scalar
        }
    }

    var text: String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }

    /// The first fault of form: empty, a scalar that `isAllowed` (place, scalar) refuses, then the length.
    func fault(
        of kind: IdentityKind, where isAllowed: (Int, Unicode.Scalar) -> Bool = { $1.isASCIIDigit }
    ) -> IdentityFault? {
        if scalars.isEmpty { return .empty(kind) }
        for (place, scalar) in scalars.enumerated() where !isAllowed(place, scalar) { return .unexpected(kind, scalar) }
        if scalars.count < kind.length { return .tooShort(kind, missing: kind.length - scalars.count) }
        if scalars.count > kind.length { return .tooLong(kind, extra: scalars.count - kind.length) }
        return nil
    }
}

extension Unicode.Scalar {
    var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
    /// `A` or `B`, the letters of Corsica's two départements.
    var isCorsicaLetter: Bool { value == 0x41 || value == 0x42 }
}
