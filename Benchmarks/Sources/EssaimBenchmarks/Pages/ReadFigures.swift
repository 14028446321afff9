import EssaimServer
import EssaimWorkflow

/// What people read, on one engine: lists and searches from the store alone, then pages from the server.
struct ReadFigures {
    let lists: [Report.List]
    let searches: [Report.Search]
    let pages: [Report.Page]

    /// - Parameter server: serving.
    static func measure(_ server: EssaimServer, _ settings: Settings) async throws -> ReadFigures {
        let now = server.clock.now()
        Report.say("lists, from the store alone")
        let lists = try await ListFigures.measure(server.store, at: now)
        Report.say("searches, from the store alone")
        let searches = try await SearchFigures.measure(server.store, demands: settings.demands, at: now)
        Report.say("pages, over HTTP on loopback")
        let plainPort = try FreePort.find()
        let pages = try await PlainServer.serve(port: plainPort) {
            try await PageFigures.measure(server, plainPort: plainPort, settings)
        }
        return ReadFigures(lists: lists, searches: searches, pages: pages)
    }
}
