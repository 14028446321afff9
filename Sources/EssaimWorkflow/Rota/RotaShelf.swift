import EssaimDomain
import Synchronization

/// The rotas of all networks, made ready to be asked, once for each version. The version is read in the snapshot that asks:
/// whatever another server changed, no calendar is older than its reader.
public final class RotaShelf: Sendable {
    private struct Kept {
        let version: RotaVersion
        let timeZone: String
        let calendar: RotaCalendar
    }

    private let kept = Mutex<[Identifier<Network>: Kept]>([:])

    public init() {}

    /// - Parameter reader: one that changed nothing of this rota: what a transaction that is rolled back wrote is no version.
    public func calendar(of network: Network, by reader: any StoreReader) throws -> RotaCalendar {
        let version = try reader.rotaVersion(of: network.id)
        let known = kept.withLock { $0[network.id] }
        if let known, known.version == version, known.timeZone == network.timeZone { return known.calendar }
        let calendar = RotaCalendar(try reader.rota(of: network.id), in: network.local)
        kept.withLock { $0[network.id] = Kept(version: version, timeZone: network.timeZone, calendar: calendar) }
        return calendar
    }
}
