import EssaimFormats
import EssaimMedia
import EssaimWorkflow
import Glibc
import Testing

/// A darkroom that is ill, absent or taken over: the sender gets a sentence, the log a word, the server goes on.
@Suite struct `A darkroom that does not answer as it should` {
    private static let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 0, count: 4_000_000)

    private func develop(
        by script: String, _ incidents: Workshop.Incidents
    ) async throws -> Result<DevelopedFile, FileRefusal> {
        let workshop = try Workshop()
        try workshop.write("stranger", Array("#!/bin/sh\n\(script)\n".utf8))
        chmod(workshop.path("stranger"), 0o700)
        let darkroom = ConfinedDarkroom(executable: workshop.path("stranger")) { incidents.add($0) }
        return try await darkroom.develop(
            ByteStream(Self.photo), named: "a.jpg", byteCount: Self.photo.count
        ) { _ in }
    }

    @Test(
        arguments: [
            ("exit 0", DarkroomIncident.nonsense, MediaFault.Interruption.crash),
            ("cat >/dev/null; echo bonjour", .nonsense, .crash), ("exit 3", .interrupted(.crash), .crash),
            ("exit 77", .interrupted(.notStarted), .notStarted), ("kill -SEGV $$", .interrupted(.crash), .crash),
            ("kill -KILL $$", .interrupted(.memory), .memory), ("kill -SYS $$", .interrupted(.forbidden), .forbidden),
            ("kill -XCPU $$", .interrupted(.time), .time), ("cat /dev/zero", .nonsense, .crash),
            // A section that is not what it says: a script as a JPEG.
            (#"printf 'S\0\0\0\025thumbnail 1 jpeg 9 9B\0\0\0\010<script>E\0\0\0\014jpeg 9 9 1 -'"#, .nonsense, .crash),
        ] as [(String, DarkroomIncident, MediaFault.Interruption)])
    func `whatever it does there is an answer`(
        _ script: String, _ incident: DarkroomIncident, _ interruption: MediaFault.Interruption
    ) async throws {
        let incidents = Workshop.Incidents()
        let outcome = try await develop(by: script, incidents)
        #expect(outcome == .failure(FileRefusal(message: MediaFault.notDeveloped(interruption).message)))
        #expect(incidents.all == [incident])
    }

    @Test func `a program that is not there is an answer too`() async throws {
        let incidents = Workshop.Incidents()
        let darkroom = ConfinedDarkroom(executable: "/nonexistent/essaim-darkroom") { incidents.add($0) }
        let outcome = try await darkroom.develop(
            ByteStream(Self.photo), named: nil, byteCount: Self.photo.count
        ) { _ in }
        #expect(outcome == .failure(FileRefusal(message: MediaFault.notDeveloped(.notStarted).message)))
        #expect(incidents.all == [.notStarted])
    }

    @Test func `a sender who hangs up is the server's affair`() async throws {
        struct HungUp: Error {}
        let workshop = try Workshop()
        let source = ByteStream(Self.photo)
        let counter = workshop.incidents
        let cut = ByteStream {
            counter.add(.nonsense)
            guard counter.all.count < 4 else { throw HungUp() }
            var pieces = source.makeAsyncIterator()
            return try await pieces.next()
        }
        await #expect(throws: HungUp.self) {
            try await workshop.darkroom.develop(cut, named: nil, byteCount: Self.photo.count) { _ in }
        }
    }
}
