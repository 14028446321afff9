import Synchronization

/// How many developments go on at once; the rest wait in the order in which they came.
final class DarkroomPlaces: Sendable {
    private struct State {
        var free: Int
        var nextTicket = 0
        var waiting: [(ticket: Int, resume: CheckedContinuation<Bool, Never>)] = []
        /// Cancelled: before they stood in line, or at work.
        var gone: Set<Int> = []
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(free: count)) }

    /// Runs `body` when there is a place.
    /// - Throws: `CancellationError` when the task is cancelled in line; what `body` throws.
    func with<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        defer { state.withLock { _ = $0.gone.remove(ticket) } }
        guard await enter(ticket) else { throw CancellationError() }
        defer { leave() }
        return try await body()
    }

    private func enter(_ ticket: Int) async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if state.gone.contains(ticket) { return false }
                    if state.free > 0 {
                        state.free -= 1
                        return true
                    }
                    state.waiting.append((ticket, continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let waiting = state.withLock { state -> CheckedContinuation<Bool, Never>? in
                guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
                    state.gone.insert(ticket)
                    return nil
                }
                return state.waiting.remove(at: index).resume
            }
            waiting?.resume(returning: false)
        }
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().resume
        }
        next?.resume(returning: true)
    }
}
