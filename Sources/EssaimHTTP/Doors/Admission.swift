import Synchronization

/// How many requests are at work at once, and how many wait their turn. Beyond, one is told at once to come back: a server
/// that takes everything answers nobody in time. What is free of cost, health before all, does not queue.
final class Admission: Sendable {
    private struct Hall {
        var atWork = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    static let places = 128
    static let seats = 512

    private let places: Int
    private let seats: Int
    private let hall = Mutex(Hall())

    init(places: Int = Admission.places, seats: Int = Admission.seats) {
        self.places = places
        self.seats = seats
    }

    /// How many wait their turn.
    var waiting: Int { hall.withLock { $0.waiting.count } }

    /// Nil when the hall is full: nothing was begun.
    func during<Answer>(_ work: () async throws -> Answer) async throws -> Answer? {
        guard await enter() else { return nil }
        defer { leave() }
        return try await work()
    }

    private func enter() async -> Bool {
        enum Turn { case now, later, never }
        let turn = hall.withLock { hall -> Turn in
            if hall.atWork < places {
                hall.atWork += 1
                return .now
            }
            return hall.waiting.count < seats ? .later : .never
        }
        guard turn == .later else { return turn == .now }
        await withCheckedContinuation { continuation in
            let isFree = hall.withLock { hall in
                // Somebody may have left meanwhile.
                if hall.atWork < places {
                    hall.atWork += 1
                    return true
                }
                hall.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
        return true
    }

    /// The place goes to who waits longest.
    private func leave() {
        let next = hall.withLock { hall -> CheckedContinuation<Void, Never>? in
            guard !hall.waiting.isEmpty else {
                hall.atWork -= 1
                return nil
            }
            return hall.waiting.removeFirst()
        }
        next?.resume()
    }
}
