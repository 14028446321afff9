import Foundation
import Testing

/// There is no way in but those that are known (ASVS 5.0, 6.3.4).
@Suite struct DoorsToASessionTests {
    private static let root = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent()
    }

    /// By hand: where somebody is let in, and how often. A new way in is written here, and thought about.
    private static let doors = [
        // A persona of a demonstration.
        "EssaimWorkflow/Accounts/AccountDesk.swift": 1,
        // The account opened by its link, once a second factor stands.
        "EssaimWorkflow/Accounts/AccountDesk+Enrolment.swift": 1,
        // The second step, or a key alone.
        "EssaimWorkflow/Accounts/AccountDesk+Factors.swift": 1,
        // Back from a provider; and after the choices that it leaves.
        "EssaimWorkflow/Accounts/Federation/AccountDesk+Arrival.swift": 2,
        "EssaimWorkflow/Accounts/Federation/AccountDesk+Settling.swift": 1,
    ]

    @Test func `a session begins in these places and nowhere else`() throws {
        let sources = Self.root.appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter {
            $0.hasSuffix(".swift") && !$0.hasPrefix("EssaimTestSupport/")
        }
        var (doors, writes): ([String: Int], [String]) = ([:], [])
        for path in paths {
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            let count = text.matches(of: /try admit\(/).count
            if count > 0 { doors[path] = count }
            if text.contains(/INSERT INTO sessions|insert\(\s*Session\(/) { writes.append(path) }
        }
        #expect(doors == Self.doors)
        // One function makes the row, one another token for who showed again who they are; one statement writes it.
        #expect(
            writes.sorted() == [
                "EssaimStorage/Accounts/SessionStorage.swift", "EssaimWorkflow/Accounts/AccountDesk+Proof.swift",
                "EssaimWorkflow/Accounts/AccountDesk.swift",
            ])
    }
}
