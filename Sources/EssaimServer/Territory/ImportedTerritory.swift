import EssaimDomain
import EssaimNetworkFiles
import EssaimWorkflow
import Logging
import Synchronization

/// A territory of the data folder, read once, by whoever asks first. Files that were spoilt since their import are said in the
/// log, and what is built in stands in for them: nothing stops.
final class ImportedTerritory: TerritoryRoom, CommuneTable {
    private struct Kept {
        let territory: Territory
        let map: TerritoryMap
    }

    private let folder: String
    private let logger: Logger
    private let kept = Mutex<Kept?>(nil)

    init(folder: String, logger: Logger) {
        self.folder = folder
        self.logger = logger
    }

    func territory() async -> Territory { await Task.detached { self.read().territory }.value }
    func map() async -> TerritoryMap { await Task.detached { self.read().map }.value }

    func contains(_ commune: INSEECommune) -> Bool { read().territory.contains(commune) }
    func communes(withPostalCode code: String) -> [INSEECommune] { read().territory.communes(withPostalCode: code) }
    func whole(of commune: INSEECommune) -> INSEECommune? { read().territory.whole(of: commune) }

    private func read() -> Kept {
        kept.withLock { kept in
            if let kept { return kept }
            let territory = own() ?? EmbeddedTerritory.kept.territory
            let read = Kept(territory: territory, map: territory.map())
            kept = read
            return read
        }
    }

    private func own() -> Territory? {
        if let files = try? TerritoryFolder.files(in: folder), case .success(let reading) = files.read() {
            return reading.territory
        }
        logger.error("the imported territory cannot be read, the embedded one stands in for it")
        return nil
    }
}
