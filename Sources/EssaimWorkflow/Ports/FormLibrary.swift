import EssaimDomain

/// The forms that the server knows, by the name of their file in `protocols/`.
public struct FormLibrary: Sendable {
    private let forms: [Identifier<ClinicalProtocol>: ClinicalProtocol]

    public init(_ forms: [ClinicalProtocol]) {
        self.forms = Dictionary(forms.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    public subscript(id: Identifier<ClinicalProtocol>?) -> ClinicalProtocol? { id.flatMap { forms[$0] } }

    public var ids: Set<Identifier<ClinicalProtocol>> { Set(forms.keys) }
}
