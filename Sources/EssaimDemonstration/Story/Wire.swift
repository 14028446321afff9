import Foundation
import FoundationNetworking
import Synchronization

/// Gathers the answers of a session's tasks. Redirections are shown, not followed: only a session's own delegate can refuse
/// them in Foundation for Linux.
final class Wire: NSObject, URLSessionDataDelegate, Sendable {
    private struct Pending {
        let continuation: CheckedContinuation<(HTTPURLResponse, [UInt8]), any Error>
        var bytes: [UInt8] = []
    }

    /// By the task's number in its session.
    private let pending = Mutex<[Int: Pending]>([:])

    /// Runs a task to its end.
    func answer(to task: URLSessionDataTask) async throws -> (HTTPURLResponse, [UInt8]) {
        try await withCheckedThrowingContinuation { continuation in
            pending.withLock { $0[task.taskIdentifier] = Pending(continuation: continuation) }
            task.resume()
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        pending.withLock { $0[dataTask.taskIdentifier]?.bytes.append(contentsOf: data) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let done = pending.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        if let error {
            done.continuation.resume(throwing: error)
        } else if let response = task.response as? HTTPURLResponse {
            done.continuation.resume(returning: (response, done.bytes))
        } else {
            done.continuation.resume(throwing: StoryFailure("une réponse HTTP", "rien"))
        }
    }
}
