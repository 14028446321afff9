import EssaimMedia
import Glibc
import Subprocess
import SystemPackage
import Testing

/// Each thing that hostile code would try, tried from inside by a program that has closed itself in as the darkroom does.
@Suite struct `Inside the darkroom` {
    /// The program answers 0 when the attempt succeeded, 3 when it was refused.
    private func attempt(_ name: String, in room: String) async throws -> TerminationStatus {
        let beside = try #require(DarkroomExecutable.beside())
        let trials = beside.dropLast(DarkroomExecutable.name.count) + "darkroom-trials"
        let result = try await Subprocess.run(
            .path(FilePath(String(trials))), arguments: [room, name], environment: .custom([]), input: .none,
            output: .string(limit: 1 << 10), error: .discarded)
        return result.terminationStatus
    }

    private static let refused = TerminationStatus.exited(3)
    private static let ended = TerminationStatus.signaled(SIGSYS)

    @Test(arguments: [
        ("socket", ended), ("local-socket", ended), ("ptrace", ended), ("kill", ended), ("namespace", ended),
        ("execution", ended), ("fork", refused), ("thread-kill", refused), ("writing", refused),
        ("appending", refused), ("folder", refused), ("removing", refused), ("memfd", refused), ("shadow", refused),
        ("passwd", refused), ("library", refused), ("environment", refused), ("code", refused), ("memory", refused),
        ("descriptors", refused), ("user", refused), ("looping", .signaled(SIGALRM)), ("waiting", .signaled(SIGALRM)),
        ("thread", .exited(0)),
    ])
    func `where pictures are decoded nothing can be done but compute`(
        _ name: String, _ expected: TerminationStatus
    ) async throws {
        #expect(try await attempt(name, in: "pictures") == expected)
    }

    @Test(arguments: [
        ("socket", refused), ("local-socket", refused), ("ptrace", ended), ("kill", ended), ("namespace", ended),
        ("thread-kill", refused), ("writing", refused), ("appending", refused), ("folder", refused),
        ("removing", refused), ("memfd", refused), ("shadow", refused), ("memory", refused), ("environment", refused),
        ("descriptors", refused), ("user", refused), ("looping", .signaled(SIGALRM)), ("waiting", .signaled(SIGALRM)),
        ("thread", .exited(0)), ("library", .exited(0)), ("fork", .exited(0)),
    ])
    func `where documents are read, programs of the distribution can be started and libraries read`(
        _ name: String, _ expected: TerminationStatus
    ) async throws {
        #expect(try await attempt(name, in: "programs") == expected)
    }

    @Test(.enabled("a kernel with Landlock") { await landlock() > 0 }, arguments: ["execution", "passwd"])
    func `a kernel with Landlock starts and reads only what is listed`(_ name: String) async throws {
        #expect(try await attempt(name, in: "programs") == Self.refused)
    }

    private static func landlock() async -> Int {
        guard let beside = DarkroomExecutable.beside() else { return 0 }
        return await DarkroomFences.of(executable: beside)?.landlock ?? 0
    }

    @Test func `the darkroom says what the machine gives`() async throws {
        let beside = try #require(DarkroomExecutable.beside())
        let fences = try #require(await DarkroomFences.of(executable: beside))
        #expect(fences.limits && fences.seccomp)
        #expect(fences.missing.contains("Landlock") == (fences.landlock == 0))
    }
}
