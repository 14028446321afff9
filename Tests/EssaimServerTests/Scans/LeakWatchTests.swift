import EssaimDomain
import EssaimTestSupport
import Logging
import Testing

@testable import EssaimServer

/// The watch that every town of the suite is held to (``ServedTown/open(origin:host:live:forms:darkroom:leaving:settings:_:)``).
@Suite struct LeakWatchTests {
    @Test func `what is typed, and what cookies come, is known to the watch`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            _ = try await asker.post(
                "/connexion", [("identifiant", "asker"), ("mot_de_passe", "fauvette grisette 4711")])
            let token = try #require(await asker.token)
            let said = ["info fauvette grisette 4711", "info token=\(token)", "info csrf=\(asker.csrf)", "info Rozenn"]
            #expect(said.allSatisfy { !town.watch.leaks(in: [$0]).isEmpty })
            #expect(town.watch.leaks(in: ["info request path=/connexion status=303"]).isEmpty)
        }
    }

    @Test func `a code is not taken for the digits of a longer number`() {
        let watch = LeakWatch()
        watch.add([("code", "000005")])
        #expect(watch.leaks(in: ["info ms=6414.2694870000005", "info ms=0000051"]).isEmpty)
        #expect(watch.leaks(in: ["info ms=1.0000005", "info code=000005."]) == ["« 000005 » in: info code=000005."])
    }

    @Test func `a town that tells a secret in its log is a failed test`() async throws {
        await withKnownIssue {
            try await ServedTown.open { town in town.log.logger.info("\(Canary.familyName)") }
        }
    }
}
