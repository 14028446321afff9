import EssaimDomain

/// Demands' own keys: drawn at the first file, kept sealed by the master key.
public struct RequestKeyring: Sendable {
    let store: any Store
    let masters: any MasterKeys

    public init(store: any Store, masters: any MasterKeys) {
        self.store = store
        self.masters = masters
    }

    /// The demand's key; drawn and kept when it has none.
    func key(for request: Identifier<AdviceRequest>) async throws -> FileKey {
        if let kept = try await store.read({ try $0.key(of: request) }) { return try open(kept) }
        let (master, sealed) = try masters.sealing(FileKey(), for: RequestKey.use(request))
        let drawn = RequestKey(request: request, master: master, sealed: sealed)
        // Two files at once draw two keys: the first that is kept is the demand's.
        let kept = try await store.write { tx in
            try tx.keep(drawn)
            return try tx.key(of: request)
        }
        guard let kept else { throw StoreFault.corrupt("a demand's key") }
        return try open(kept)
    }

    private func open(_ key: RequestKey) throws -> FileKey {
        try masters.opening(key.sealed, by: key.master, for: RequestKey.use(key.request))
    }

    /// Seals every demand's key again with the current master key, in slices; files are not touched. May be stopped and
    /// begun again.
    /// - Returns: how many were sealed again.
    public func resealAll(progress: @Sendable (Int) -> Void = { _ in }) async throws -> Int {
        let current = masters.current
        var (count, last) = (0, Identifier<AdviceRequest>?.none)
        while true {
            let after = last
            let keys = try await store.read { try $0.keys(notSealedBy: current, after: after, limit: 500) }
            guard let end = keys.last else { return count }
            let sealed = try keys.map { key in
                let (master, bytes) = try masters.sealing(open(key), for: RequestKey.use(key.request))
                return RequestKey(request: key.request, master: master, sealed: bytes)
            }
            try await store.write { tx in for key in sealed { try tx.reseal(key) } }
            count += keys.count
            last = end.request
            progress(count)
        }
    }

    /// Master keys that something is sealed by and this server does not hold.
    public func missing() async throws -> Set<String> {
        try await store.read { try $0.mastersInUse() }.subtracting(masters.known)
    }
}
