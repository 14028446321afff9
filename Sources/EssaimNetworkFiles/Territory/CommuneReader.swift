import EssaimDomain

/// Reads `communes.csv`: `code,type,name,departement,postal_codes,longitude,latitude,population`. Several postal codes stand
/// between blanks; a position and a population may be left out.
struct CommuneReader {
    let departements: [String: Departement]
    private let bounds: [String: Outline.Bounds]

    static let most = 100_000
    static let columns = [
        "code", "type", "name", "departement", "postal_codes", "longitude", "latitude", "population",
    ]
    /// How far, in degrees, a town hall may stand outside of the box around its département: outlines are simplified,
    /// and have no islets.
    static let margin = 0.35

    init(departements: [String: Departement]) {
        self.departements = departements
        bounds = departements.compactMapValues { $0.outline?.bounds }
    }

    func read(_ bytes: [UInt8], _ remarks: inout TerritoryRemarks) -> [Commune] {
        var communes: [Commune] = []
        var lines: [INSEECommune: Int] = [:]
        TerritoryTable(.communes, bytes, columns: Self.columns, atMost: Self.most).forEach(&remarks) { row, remarks in
            switch commune(row.fields) {
            case .failure(let fault): return remarks.fault(.communes, line: row.line, fault.message)
            case .success(let commune):
                if let first = lines.updateValue(row.line, forKey: commune.code) {
                    return remarks.fault(
                        .communes, line: row.line, "le code \(commune.code.rawValue) est déjà à la ligne \(first).")
                }
                communes.append(placed(commune, line: row.line, &remarks))
                return true
            }
        }
        for commune in communes where commune.kind == .arrondissement && lines[commune.code.city] == nil {
            let city = commune.code.city.rawValue
            remarks.fault(.communes, line: lines[commune.code], "\(commune.name)\u{A0}: sa commune \(city) manque.")
        }
        return communes
    }

    private struct RowFault: Error {
        let message: String
    }

    private func commune(_ fields: [String]) -> Result<Commune, RowFault> {
        guard let code = INSEECommune(rawValue: fields[0].uppercased()) else {
            return fault("\(shown(fields[0])) n’est pas un code INSEE de commune\u{A0}; il s’écrit 22113 ou 2A004.")
        }
        guard let kind = Commune.Kind(rawValue: fields[1]), (kind == .arrondissement) == code.isArrondissement else {
            return fault(
                "\(shown(fields[1])) ne convient pas à \(code.rawValue)\u{A0}; le type est COM, ou ARM pour un "
                    + "arrondissement de Paris, Lyon ou Marseille.")
        }
        guard isPlaceName(fields[2]) else { return fault("\(shown(fields[2])) n’est pas un nom de commune.") }
        guard fields[3].uppercased() == code.departement, departements[code.departement] != nil || departements.isEmpty
        else {
            return fault(
                "\(shown(fields[3])) n’est pas le département de \(code.rawValue), ou manque dans "
                    + "\(TerritoryFiles.Name.departements.rawValue).")
        }
        var postalCodes: [PostalCode] = []
        for text in fields[4].split(separator: " ") {
            guard let postalCode = PostalCode(rawValue: String(text)) else {
                return fault("\(shown(String(text))) n’est pas un code postal\u{A0}; il a cinq chiffres.")
            }
            postalCodes.append(postalCode)
        }
        let population = plainCount(fields[7])
        guard population != nil || fields[7].isEmpty else {
            return fault("\(shown(fields[7])) n’est pas un nombre d’habitants.")
        }
        let hasPosition = !(fields[5].isEmpty && fields[6].isEmpty)
        let position = plainDecimal(fields[5]).flatMap { longitude in
            plainDecimal(fields[6]).flatMap { Position(longitude: longitude, latitude: $0) }
        }
        if hasPosition, position == nil {
            return fault(
                "\(shown("\(fields[5]) \(fields[6])")) n’est pas une longitude et une latitude\u{A0}; elles s’écrivent en "
                    + "degrés, avec un point.")
        }
        return .success(
            Commune(
                code: code, kind: kind, name: fields[2], postalCodes: postalCodes, position: position,
                population: population))
    }

    private func fault(_ message: String) -> Result<Commune, RowFault> { .failure(RowFault(message: message)) }

    /// The commune without its position when that cannot be: distances are better unknown than wrong.
    private func placed(_ commune: Commune, line: Int, _ remarks: inout TerritoryRemarks) -> Commune {
        guard let position = commune.position, let bounds = bounds[commune.departement],
            !bounds.contains(position, within: Self.margin)
        else { return commune }
        remarks.warn(
            .communes, line: line,
            "\(commune.name) serait loin de son département (\(position.longitude), \(position.latitude))\u{A0}: "
                + "sa position est laissée de côté.")
        return Commune(
            code: commune.code, kind: commune.kind, name: commune.name, postalCodes: commune.postalCodes, position: nil,
            population: commune.population)
    }
}
