import EssaimDomain

extension RequestDesk {
    /// How many are looked up at once.
    public static let guaranteeSlice = 200

    /// Keeps the word on every demand whose moment has come; how many something was done for. Each in a transaction of its
    /// own, which reads it again: two servers, a restart or a clock that goes back do nothing twice, and one demand that
    /// cannot be dealt with holds up no other.
    /// - Parameter onFault: of a demand that is left for the next sweep.
    public func keepPromises(
        onFault: @Sendable (Identifier<AdviceRequest>, any Error) -> Void = { _, _ in }
    ) async throws -> Int {
        let now = clock.now()
        var (total, key): (Int, WorklistKey?) = (0, nil)
        repeat {
            let start = key
            let found = try await store.read {
                try $0.guaranteesDue(at: now, after: start, limit: Self.guaranteeSlice)
            }
            for one in found where !Task.isCancelled {
                do {
                    let changed = try await store.write { tx in
                        try GuaranteeWork(desk: self, tx: tx, now: now).keep(one.id)
                    }
                    guard let changed else { continue }
                    total += 1
                    bulletin.post(.request(changed))
                } catch {
                    onFault(one.id, error)
                }
            }
            key = found.count == Self.guaranteeSlice ? found.last : nil
        } while key != nil && !Task.isCancelled
        return total
    }
}
