import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow

/// What a page opened costs in writing: one entry, made and appended, durable before the page leaves.
struct EntryLoad: Load {
    let store: any Store
    let clock: any WallClock
    private let recorder = HistoryRecorder()
    private let request = AdviceRequest.sample(.submitted)

    init(store: any Store, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    mutating func once() async throws {
        let entry = recorder.entry(
            "request.view", at: clock.now(), by: .senior, from: "192.0.2.7", as: [.poolExpert], request: request,
            detail: ["read": "demand", "as": "poolExpert"])
        try await store.write { try $0.append(entry) }
    }
}
