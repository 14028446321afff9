import EssaimGate

/// Reads what stands after the `?` of an address. Same rules as a form, smaller limits: a query is a filter or a
/// search, never a text.
public enum QueryString {
    /// 8 KiB and 100 fields.
    public static let limits = FormURLEncoded.Limits(bytes: 8 << 10, fields: 100)

    /// The fields of a query given without its `?`; none when there is no query.
    public static func parse(_ query: (some StringProtocol)?) throws(FormFault) -> FormFields {
        guard let query else { return FormFields() }
        return try FormURLEncoded.parse(Array(query.utf8), limits: limits)
    }
}
