import Assets
import EssaimDomain
import EssaimNetworkFiles
import EssaimWorkflow

/// The territory that is built into the binary: read once, by whoever asks first, for all servers of this process.
struct EmbeddedTerritory: TerritoryRoom {
    func territory() async -> Territory { await Task.detached { Self.kept.territory }.value }
    func map() async -> TerritoryMap { await Task.detached { Self.kept.map }.value }

    static let kept: (territory: Territory, map: TerritoryMap) = {
        let files = TerritoryFiles(
            communes: bytes(essaim_territory_communes(), essaim_territory_communes_count()),
            departements: bytes(essaim_territory_departements(), essaim_territory_departements_count()),
            outlines: bytes(essaim_territory_outlines(), essaim_territory_outlines_count()))
        // What is embedded was read by the tests. Without it, names are not found and distances not said: nothing stops.
        let territory =
            switch files.read() {
            case .success(let reading): reading.territory
            case .failure: Territory(communes: [], departements: [])
            }
        return (territory: territory, map: territory.map())
    }()

    private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }
}

/// Routing asks it inside transactions.
extension EmbeddedTerritory: CommuneTable {
    func contains(_ commune: INSEECommune) -> Bool { Self.kept.territory.contains(commune) }
    func communes(withPostalCode code: String) -> [INSEECommune] { Self.kept.territory.communes(withPostalCode: code) }
    func whole(of commune: INSEECommune) -> INSEECommune? { Self.kept.territory.whole(of: commune) }
}
