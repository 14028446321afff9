/// What a form, a query or a cookie header carried: names and values in the order they were sent, repeated names kept.
///
/// Names are compared byte for byte: Swift's `==` on strings holds the Kelvin sign equal to `K`, which would let two
/// spellings of one name meet two different readers.
public struct FormFields: Sendable, Hashable {
    /// One name with one value, both decoded.
    public struct Field: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Everything sent, in order.
    public private(set) var fields: [Field]

    public init(_ fields: [Field] = []) { self.fields = fields }

    /// For samples and tests: `FormFields([("urgence", "simple"), ("photo", "1")])`.
    public init(_ pairs: [(name: String, value: String)]) {
        fields = pairs.map { Field(name: $0.name, value: $0.value) }
    }

    public var count: Int { fields.count }
    public var isEmpty: Bool { fields.isEmpty }

    /// Adds a field after those already there.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// The names, each once, in order of first appearance.
    public var names: [String] {
        var seen = Set<[UInt8]>()
        return fields.compactMap { seen.insert(Array($0.name.utf8)).inserted ? $0.name : nil }
    }

    /// The first value under a name, exactly as sent; nil when the name was not sent.
    public func first(_ name: String) -> String? {
        fields.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    /// Every value under a name, in order: ticked boxes, repeated rows.
    public func all(_ name: String) -> [String] {
        fields.compactMap { $0.name.utf8.elementsEqual(name.utf8) ? $0.value : nil }
    }

    /// The value of a name that was sent exactly once; nil when absent **or repeated**. For tokens and session cookies,
    /// where a second copy is somebody else's.
    public func single(_ name: String) -> String? {
        let values = all(name)
        return values.count == 1 ? values[0] : nil
    }

    public subscript(name: String) -> String? { first(name) }

    /// The first value without white space at either end; nil when the name was not sent, `""` when nothing was typed.
    public func trimmed(_ name: String) -> String? {
        guard let value = first(name)?.unicodeScalars else { return nil }
        guard let start = value.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = value.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(value[start...end])
    }

    /// The first value without white space at either end; nil when not sent **or left empty**.
    public func filled(_ name: String) -> String? {
        guard let value = trimmed(name), !value.isEmpty else { return nil }
        return value
    }
}
