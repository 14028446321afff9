import EssaimDemonstration
import EssaimDomain
import EssaimNetworkFiles
import EssaimWorkflow
import Foundation

extension EssaimServer {
    /// Declares the embedded network and fills the folder with its fictional people, unless it is done already.
    /// - Returns: what was made; nil when the folder was a demonstration before.
    public func fillDemonstration() async throws -> Demonstration.Contents? {
        if try await Demonstration.isFilled(store) { return nil }
        let file = ShippedNetworks.file(named: "oncobreizh") ?? ""
        let network = try NetworkFile.read(file, forms: forms.ids).get()
        let contents = try await Demonstration(
            store: store, network: network, forms: forms, billing: billing, files: files, now: clock.now()
        ).fill()
        while await jobs.workOnce() > 0 {}
        return contents
    }

    /// Plays the main job once against this server, through its public pages.
    public func playStory(out: @escaping @Sendable (String) -> Void) async -> StoryResult? {
        guard let base = URL(string: configuration.address) else { return nil }
        return await Story(base: base, out: out).play()
    }

    /// The personas to propose, in lines for the terminal.
    public static var personaLines: [String] {
        Demonstration.personas.map { "\($0.name), \($0.role) : \($0.note)" }
    }
}
