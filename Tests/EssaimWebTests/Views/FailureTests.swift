import EssaimDomain
import EssaimGate
import EssaimWorkflow
import Testing

@testable import EssaimWeb

struct FailureTests {
    private struct Anything: Error {}
    private static let now = Instant(milliseconds: 1_795_000_000_000)

    @Test(arguments: [StoreFault.unavailable("db.exemple.fr:5432 refused user essaim"), .full])
    func `what passes by itself says when to come back, and nothing of what broke`(fault: StoreFault) {
        let reply = Site.failure(fault, reference: "E-1", now: Self.now)
        #expect(reply.status == 503 && reply.retryAfterSeconds == 10)
        let page = String(decoding: reply.body, as: UTF8.self)
        #expect(page.contains("momentanément indisponible") && !page.contains("exemple.fr") && !page.contains("E-1"))
    }

    @Test(arguments: [
        StoreFault.failed("relation people"), .corrupt("a row"), .duplicate("key"), .notSynced, .unsafe("fsync"),
    ])
    func `what does not pass has a reference, and nothing of what broke`(fault: StoreFault) {
        for error in [fault, Anything()] as [any Error] {
            let reply = Site.failure(error, reference: "E-1", now: Self.now)
            #expect(reply.status == 500 && reply.retryAfterSeconds == nil)
            let page = String(decoding: reply.body, as: UTF8.self)
            #expect(page.contains("E-1") && !page.contains("people") && !page.contains("fsync"))
        }
    }
}
