import Glibc

/// One connection to clamd, for one scan: used by one task, closed with this value. Calls block for ``slice`` at most, so
/// that a scan that was given up, or whose time is over, holds no thread.
final class ClamdLine: Sendable {
    private let descriptor: Int32

    struct Broken: Error {}

    private static let slice = timeval(tv_sec: 0, tv_usec: 250_000)
    private static let connecting = timeval(tv_sec: 3, tv_usec: 0)

    /// - Throws: `Broken` when nobody listens there.
    init(_ address: ClamdAddress) throws(Broken) {
        descriptor = address.connected(within: Self.connecting)
        guard descriptor >= 0 else { throw Broken() }
        for option in [SO_SNDTIMEO, SO_RCVTIMEO] {
            var slice = Self.slice
            _ = setsockopt(descriptor, SOL_SOCKET, option, &slice, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    deinit { close(descriptor) }

    /// Sends the beginning of these bytes: what is left, all of them when clamd took none for a slice.
    func send(_ bytes: ArraySlice<UInt8>) throws(Broken) -> ArraySlice<UInt8> {
        // A peer that hung up is an error, not a signal.
        let quietly = Int32(MSG_NOSIGNAL)
        let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, quietly) }
        if count >= 0 { return bytes.dropFirst(count) }
        guard errno == EAGAIN || errno == EINTR else { throw Broken() }
        return bytes
    }

    /// Some of what clamd says; empty when it said nothing for a slice, nil once it hung up.
    func receive() throws(Broken) -> [UInt8]? {
        var room = [UInt8](repeating: 0, count: 512)
        let count = recv(descriptor, &room, room.count, 0)
        if count > 0 { return Array(room[..<count]) }
        if count == 0 { return nil }
        guard errno == EAGAIN || errno == EINTR else { throw Broken() }
        return []
    }
}
