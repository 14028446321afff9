/// The billing number of a professional at the *Assurance maladie* (AM, formerly ADELI): 9 digits.
/// The other side's claim must name it: billing software refuses an RPPS alone.
///
/// Its key is not published in a form that one may rely upon: only the form is checked.
public struct ADELI: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    /// Nine ASCII digits; a département of Corsica (`2A`, `2B`) may begin it.
    public init?(rawValue text: String) {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count == 9, scalars.enumerated().allSatisfy(Self.mayHold) else { return nil }
        rawValue = text
    }

    /// Reads what someone typed: spaces, dots, dashes and case do not matter.
    public static func parse(_ typed: String) -> Result<Self, IdentityFault> {
        let number = TypedNumber(typed)
        if let fault = number.fault(of: .adeli, where: mayHold) { return .failure(fault) }
        guard let adeli = Self(rawValue: number.text) else { return .failure(.empty(.adeli)) }
        return .success(adeli)
    }

    private static func mayHold(place: Int, scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIIDigit || (place == 1 && scalar.isCorsicaLetter)
    }
}
