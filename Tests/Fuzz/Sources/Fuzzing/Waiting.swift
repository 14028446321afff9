import Dispatch

/// Runs `body` to its end: libFuzzer's entry is a plain function. Blocks the thread, which must not be one of the
/// concurrency pool's.
public func waiting(for body: @escaping @Sendable () async -> Void) {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        await body()
        done.signal()
    }
    done.wait()
}
