/// What a structure says of itself. Nothing that asks waits for it: routes follow from the commune, figures from the rest.
public struct StructureFacts: Sendable, Equatable {
    public var name: String
    /// The *communauté professionnelle territoriale de santé* it belongs to, in its own words.
    public var cpts: String?
    public var finess: FINESS?
    public var commune: INSEECommune
    public var communeName: String

    public init(name: String, cpts: String? = nil, finess: FINESS? = nil, commune: INSEECommune, communeName: String) {
        self.name = name
        self.cpts = cpts
        self.finess = finess
        self.commune = commune
        self.communeName = communeName
    }

    public static let longest = 200
}

/// The same, as typed.
public struct TypedStructure: Sendable, Equatable {
    public static let nameField = "nom"
    public static let cptsField = "cpts"
    public static let finessField = "finess"
    public static let communeField = "commune"
    public static let communeNameField = "nom_commune"

    public var name: String
    public var cpts: String
    public var finess: String
    public var commune: String
    public var communeName: String

    public init(
        name: String = "", cpts: String = "", finess: String = "", commune: String = "", communeName: String = ""
    ) {
        self.name = name
        self.cpts = cpts
        self.finess = finess
        self.commune = commune
        self.communeName = communeName
    }

    public init(_ facts: StructureFacts) {
        self.init(
            name: facts.name, cpts: facts.cpts ?? "", finess: facts.finess?.rawValue ?? "",
            commune: facts.commune.rawValue, communeName: facts.communeName)
    }

    public func checked() -> Result<StructureFacts, Refusal> {
        var faults: [FieldFault] = []
        let name = line(name, Self.nameField, isNeeded: "Donnez le nom de la structure.", &faults)
        let cpts = line(cpts, Self.cptsField, &faults)
        let communeName = line(
            communeName, Self.communeNameField, isNeeded: "Donnez le nom de la commune.", &faults)
        var number: FINESS?
        if !finess.trimmed.isEmpty {
            switch FINESS.parse(String(finess.prefix(100))) {
            case .success(let parsed): number = parsed
            case .failure(let fault): faults.append(FieldFault(field: Self.finessField, message: fault.message))
            }
        }
        let code = INSEECommune(rawValue: commune.trimmed.uppercased())
        if code == nil {
            let message =
                "Le code INSEE d’une commune a cinq caractères\u{A0}: 22113 pour Lannion. "
                + "Ce n’est pas le code postal."
            faults.append(FieldFault(field: Self.communeField, message: message))
        }
        guard let code, faults.isEmpty else { return .failure(.faults(faults)) }
        return .success(
            StructureFacts(
                name: name, cpts: cpts.isEmpty ? nil : cpts, finess: number, commune: code, communeName: communeName))
    }

    /// One line of plain text.
    private func line(
        _ typed: String, _ field: String, isNeeded: String? = nil, _ faults: inout [FieldFault]
    ) -> String {
        let text = typed.trimmed
        if text.isEmpty, let isNeeded { faults.append(FieldFault(field: field, message: isNeeded)) }
        // Also in bytes: one character may be thousands.
        if text.count > StructureFacts.longest || text.utf8.count > 4 * StructureFacts.longest {
            let message = "Écrivez-le en \(StructureFacts.longest)\u{A0}caractères au plus."
            faults.append(FieldFault(field: field, message: message))
        } else if text.unicodeScalars.contains(where: \.isHidden) {
            let message = "Un caractère invisible s’est glissé dans ce texte\u{A0}: tapez-le à la main, sur une ligne."
            faults.append(FieldFault(field: field, message: message))
        }
        return text
    }
}
