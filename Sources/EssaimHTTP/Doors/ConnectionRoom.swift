import Foundation
import HummingbirdCore

extension AvailableConnectionsDelegate where Self == MaximumAvailableConnections {
    /// As many connections as leave files, the database and calls the descriptors that they need. Who comes beyond waits
    /// before the door until one ends, and nobody inside is held up.
    public static var leavingRoom: Self { MaximumAvailableConnections(connections(of: descriptors())) }

    /// - Parameter descriptors: how many the system lets this process have.
    static func connections(of descriptors: Int) -> Int { max(descriptors - 256, descriptors / 2) }

    /// RLIMIT_NOFILE, the soft one (getrlimit(2)).
    private static func descriptors() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        return Int(clamping: limit.rlim_cur)
    }
}
