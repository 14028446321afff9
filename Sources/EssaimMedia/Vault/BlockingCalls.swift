import EssaimWorkflow
import NIOPosix

/// Calls that block, on threads of their own: a slow disk holds up no page. A call begun is carried through whether or not
/// the task that waits for it is cancelled; half an append would be worse than a late one.
struct BlockingCalls: Sendable {
    let threads: NIOThreadPool

    /// - Throws: what the body throws; `.away` once the threads are shut down.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(VaultFault) -> Value
    ) async throws(VaultFault) -> Value {
        let result: Result<Value, VaultFault> = await withCheckedContinuation { continuation in
            threads.submit { state in
                guard case .active = state else { return continuation.resume(returning: .failure(.away)) }
                do throws(VaultFault) {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
