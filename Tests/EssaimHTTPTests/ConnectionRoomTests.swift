import HummingbirdCore
import Testing

@testable import EssaimHTTP

/// Connections leave descriptors to what else opens: 256, or half where there are few.
@Suite struct ConnectionRoomTests {
    static let limits: [(descriptors: Int, connections: Int)] = [
        (0, 0), (64, 32), (256, 128), (512, 256), (1024, 768), (8192, 7936), (1_048_576, 1_048_320), (.max, .max - 256),
    ]

    @Test(arguments: limits)
    func `what the system gives leaves room for files`(_ descriptors: Int, _ connections: Int) {
        #expect(MaximumAvailableConnections.connections(of: descriptors) == connections)
    }
}
