import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func facts(of structure: Identifier<Structure>) throws -> (facts: StructureFacts, version: Int)? {
        try connection.first(
            "SELECT name, cpts, finess, commune, commune_name, version FROM structures WHERE id = ?", [.id(structure)]
        ) { row in
            var c = Columns(row)
            let (name, cpts) = (try c.text(), try c.optionalText())
            let finess = try c.optionalText().flatMap(FINESS.init(rawValue:))
            guard let commune = INSEECommune(rawValue: try c.text()) else {
                throw StoreFault.corrupt("a commune's code")
            }
            let facts = StructureFacts(
                name: name, cpts: cpts, finess: finess, commune: commune, communeName: try c.text())
            return (facts, try c.integer())
        }
    }

    public func save(_ facts: StructureFacts, of structure: Identifier<Structure>, over version: Int) throws -> Bool {
        try connection.run(
            """
            UPDATE structures SET name = ?, cpts = ?, finess = ?, commune = ?, commune_name = ?, version = version + 1
            WHERE id = ? AND version = ?
            """,
            [
                .text(facts.name), .text(facts.cpts), .raw(facts.finess), .raw(facts.commune),
                .text(facts.communeName), .id(structure), .int(version),
            ]) == 1
    }
}
