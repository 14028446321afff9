import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWeb
import HTTPTypes
import Testing

@testable import EssaimServer

/// Every path by every verb: what no endpoint answers does not exist, and HEAD opens nothing that GET does not.
@Suite struct VerbTests {
    static let verbs: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, HTTPRequest.Method("BREW") ?? .trace,
    ]

    /// Some path answers to these; any other is told so, wherever it knocks.
    static let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put]

    /// Those who meet every verb: the others read and post only, as a browser does. Nobody, who asks, who answers, who keeps
    /// the journal.
    static let thorough: [Knocker] = [.anonymous, .asker, .senior, .securityReferent]

    @Test(arguments: Knocker.allCases)
    func `a verb that a path does not have finds nothing, changes nothing and shows nothing`(
        _ knocker: Knocker
    ) async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await Kept.beginJournal(town)
            let verbs = Self.thorough.contains(knocker) ? Self.verbs : [.get, .post]
            let browser = try await knocker.browser(in: town)
            let body = Array("_csrf=\(browser.csrf)&_cle=verb&_version=3&motif=x&texte=x&fait=clore".utf8)
            let before = try town.ledger.dumpAll()
            var absences: Set<String> = []
            for (path, own) in Self.verbsByPath {
                for verb in verbs where !own.contains(verb) {
                    for kept in Self.demands(of: path) {
                        let page = try await browser.send(
                            verb, path.filled(kept),
                            body: verb == .get || verb == .head ? nil : body, headers: Browser.ofOurs)
                        let knock = "\(knocker) \(verb) \(path) \(kept)"
                        let isKnown = Self.known.contains(verb)
                        #expect(page.status == (isKnown ? 404 : 405), "\(knock): \(page.status)")
                        #expect(page.header("Allow") == (isKnown ? nil : "GET, HEAD, POST, PUT"), "\(knock)")
                        for canary in Kept.canaries { #expect(!page.source.contains(canary), "\(knock)") }
                        if verb == .head { #expect(page.bytes.isEmpty, "\(knock)") }
                        if verb != .head, isKnown { absences.insert(page.source.withoutKeys) }
                    }
                }
            }
            #expect(absences.count == 1)
            #expect(try town.ledger.dumpAll() == before)
        }
    }

    @Test(arguments: thorough)
    func `HEAD answers as GET without its body, and leaves the same trace`(_ knocker: Knocker) async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await Kept.beginJournal(town)
            let browser = try await knocker.browser(in: town)
            for endpoint in Site.endpoints where endpoint.method == .get {
                for kept in endpoint.path.contains("{id}") ? Kept.allCases : [.draft] {
                    let path = endpoint.path.filled(kept)
                    let knock = "\(knocker) \(path)"
                    let start = try town.ledger.counts()
                    let page = try await browser.get(path)
                    let middle = try town.ledger.counts()
                    let head = try await browser.head(path)
                    let end = try town.ledger.counts()
                    #expect(head.status == page.status && head.bytes.isEmpty, "\(knock)")
                    #expect(head.header("Content-Type") == page.header("Content-Type"), "\(knock)")
                    #expect(middle["history"] - start["history"] == end["history"] - middle["history"], "\(knock)")
                    #expect(Set(start.difference(to: end).keys).isSubset(of: Ledger.ofReading), "\(knock)")
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(20))) func `HEAD on the events opens no page that listens for ever`() async throws {
        try await ServedTown.open { town in
            try await town.fed {
                let asker = try await town.browser(of: .asker)
                #expect(try await asker.head("/evenements").status == 200)
                // The stream that nobody reads is given up with its answer.
                while town.server.live.count > 0 { await Task.yield() }
            }
        }
    }

    @Test func `a form that is not ours is refused whatever its verb, before anything is looked for`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let asker = try await town.browser(of: .asker)
            let before = try town.ledger.dumpAll()
            for verb in Self.verbs where verb != .get && verb != .head {
                let path = "/demandes/\(Kept.taken.id)"
                let page = try await asker.send(verb, path, headers: ["Sec-Fetch-Site": "cross-site"])
                #expect(page.status == (Self.known.contains(verb) ? 403 : 405), "\(verb)")
                for canary in Kept.canaries { #expect(!page.source.contains(canary), "\(verb)") }
            }
            #expect(try town.ledger.dumpAll() == before)
        }
    }

    /// Each path with the verbs that it has: HEAD comes with GET.
    private static let verbsByPath: [String: Set<HTTPRequest.Method>] = Site.endpoints.reduce(into: [:]) {
        $0[$1.path, default: []].formUnion($1.method == .get ? [.get, .head] : $1.method == .post ? [.post] : [.put])
    }

    private static func demands(of path: String) -> [Kept] {
        path.contains("{id}") ? [.draft, .taken, .other] : [.draft]
    }
}
