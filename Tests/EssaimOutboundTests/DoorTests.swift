import Foundation
import Testing

@testable import EssaimOutbound

@Suite struct DoorTests {
    /// Longer than any machine takes to come to its next line: an errand that ends by itself leaves its place, and
    /// ``fill(_:_:room:)`` would wait for ever.
    private static let silence = Duration.seconds(3_600)

    private func silent(_ door: OutgoingDoor, _ peer: Peer) -> Task<OutgoingFault?, Never> {
        Task { await door.fault(of: OutgoingCall(.get, peer.url("/silent"), timeout: Self.silence)) }
    }

    /// Fills the door with errands that do not end, and returns once all have their place.
    private func fill(_ door: OutgoingDoor, _ peer: Peer, room: Int) async throws -> [Task<OutgoingFault?, Never>] {
        let tasks = (0..<room).map { _ in silent(door, peer) }
        while door.load < room { try await Task.sleep(for: .milliseconds(1)) }
        return tasks
    }

    @Test func `when its threads and its waiting room are taken, the door says busy`() async throws {
        let peer = try Peer.shared()
        let door = OutgoingDoor(threads: 1, waiting: 2)
        let tasks = try await fill(door, peer, room: 3)
        #expect(await door.fault(of: OutgoingCall(.get, peer.url("/echo"))) == .busy)
        door.close()
        for task in tasks { #expect(await task.value == .closed) }
    }

    @Test func `a closed door refuses what waits, what is under way and what comes`() async throws {
        let peer = try Peer.shared()
        let door = OutgoingDoor(threads: 2, waiting: 2)
        let tasks = try await fill(door, peer, room: 4)
        let start = ContinuousClock.now
        door.close()
        door.close()
        for task in tasks { #expect(await task.value == .closed) }
        // Long before the peer's silence would have ended them.
        #expect(ContinuousClock.now - start < Self.silence / 2)
        await #expect(throws: OutgoingFault.closed) {
            _ = try await door.exchange(OutgoingCall(.get, peer.url("/echo")))
        }
    }

    @Test func `a caller who gives up is answered at once, and makes room`() async throws {
        let peer = try Peer.shared()
        let door = OutgoingDoor(threads: 1, waiting: 1)
        let tasks = try await fill(door, peer, room: 2)
        for task in tasks { task.cancel() }
        for task in tasks { #expect(await task.value == .cancelled) }
        // The errand under way has answered a moment before its place is free again.
        var fault: OutgoingFault? = .busy
        while fault == .busy { fault = await door.fault(of: OutgoingCall(.get, peer.url("/echo"))) }
        #expect(fault == nil)
    }

    @Test func `a caller already cancelled sends nothing`() async throws {
        let peer = try Peer("http_peer.py")
        let door = OutgoingDoor()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await door.fault(of: OutgoingCall(.get, peer.url("/silent")))
        }
        #expect(await task.value == .cancelled)
        #expect(try peer.end() == "")
    }

    @Test func `many at once each get their own answer`() async throws {
        let peer = try Peer.shared()
        let door = OutgoingDoor(threads: 4)
        try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for size in 1...100 {
                group.addTask { (size, try await door.exchange(OutgoingCall(.get, peer.url("/bytes?\(size)"))).body) }
            }
            for try await (size, body) in group { #expect(body == Array(repeating: UInt8(ascii: "y"), count: size)) }
        }
    }

    @Test func `times of any length are brought within what libcurl takes`() {
        func milliseconds(_ timeout: Duration) -> Int {
            LineSettings(protocols: "", timeout: timeout, answerLimit: 0, reach: .anywhere).milliseconds
        }
        #expect(milliseconds(.zero) == 1)
        #expect(milliseconds(.seconds(-5)) == 1)
        #expect(milliseconds(.microseconds(1)) == 1)
        #expect(milliseconds(.milliseconds(1_234)) == 1_234)
        #expect(milliseconds(.seconds(Int64.max)) == 3_600_000)
    }
}
