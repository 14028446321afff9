import Subprocess
import SystemPackage

/// What this machine gives to close the darkroom in, for the log at start.
public struct DarkroomFences: Sendable, Equatable {
    /// Compulsory: without them the process refuses to work.
    public let limits: Bool
    public let seccomp: Bool
    /// A network of its own, without any interface.
    public let network: Bool
    /// A user without rights.
    public let user: Bool
    /// The kernel's Landlock version, 0 for none.
    public let landlock: Int

    /// What cannot be had here, in French.
    public var missing: [String] {
        (limits ? [] : ["limites de ressources"]) + (seccomp ? [] : ["seccomp"])
            + (network ? [] : ["espace réseau séparé"]) + (user ? [] : ["utilisateur sans droits"])
            + (landlock > 0 ? [] : ["Landlock"])
    }

    /// nil when the process does not start, or refuses to work here.
    public static func of(executable: String) async -> DarkroomFences? {
        let result = try? await Subprocess.run(
            .path(FilePath(executable)), arguments: ["capabilities"], environment: .custom([]), input: .none,
            output: .string(limit: 1 << 10), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return nil }
        return DarkroomFences(result.standardOutput)
    }

    private init(_ text: String) {
        var values: [Substring: Int] = [:]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let parts = word.split(separator: "=")
            if parts.count == 2 { values[parts[0]] = Int(parts[1]) }
        }
        limits = values["limits"] == 1
        seccomp = values["seccomp"] == 1
        network = values["network"] == 1
        user = values["user"] == 1
        landlock = values["landlock"] ?? 0
    }
}
