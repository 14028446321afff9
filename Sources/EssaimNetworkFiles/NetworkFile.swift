import EssaimDomain

/// A network as a YAML file of `networks/`: what `network apply` reads and `network show` writes (`docs/networks.md`).
public enum NetworkFile {
    /// The largest file that is read, in UTF-8 bytes.
    public static let mostBytes = 4 << 20

    /// What each part of a file may say, by the name that `networks/schema.json` gives the part.
    package static let keys: [String: [String]] = [
        "reseau": FileReader.networkKeys, "partenaire": FileReader.partnerKeys, "zone": FileReader.zoneKeys,
        "equipe": FileReader.poolKeys, "garantie": FileReader.guaranteeKeys, "canal": FileReader.channelKeys,
        "aiguillage": FileReader.routingKeys, "ligne": FileReader.offerKeys, "membre": FileReader.memberKeys,
        "permanence": FileReader.dutyKeys,
    ]

    /// The network that a file declares, or everything that is wrong with it, by line.
    /// - Parameter forms: the forms that the server knows; a line may ask for no other.
    public static func read(
        _ text: String, forms: Set<Identifier<ClinicalProtocol>>
    ) -> Result<Network, NetworkFileFaults> {
        check(text, forms: forms).map(\.network)
    }

    /// What a file declares, and what its file says that is admitted and seldom meant, by line.
    public struct Checked: Sendable {
        public let declaration: NetworkDeclaration
        public let warnings: [NetworkFileFault]
        let dutyPlaces: [Identifier<Duty>: NetworkFileFault.Place]

        public var network: Network { declaration.network }
    }

    /// - Parameter territory: what communes and postal codes are held against.
    public static func check(
        _ text: String, forms: Set<Identifier<ClinicalProtocol>>, territory: Territory? = nil
    ) -> Result<Checked, NetworkFileFaults> {
        switch YAMLSource(text).root() {
        case .failure(let fault): return .failure(NetworkFileFaults([fault]))
        case .success(let root):
            var reader = FileReader(forms: forms, territory: territory)
            let declaration = reader.network(root)
            guard let declaration else { return .failure(NetworkFileFaults(reader.faults)) }
            let checked = Checked(
                declaration: declaration, warnings: reader.warnings + emptyTeams(of: declaration),
                dutyPlaces: reader.dutyPlaces)
            // Without members of its own the file's duties are held against those who stand, when it is applied.
            let strangers = declaration.members.map(checked.strangers) ?? []
            let faults = reader.faults + strangers
            return faults.isEmpty ? .success(checked) : .failure(NetworkFileFaults(faults))
        }
    }
}
