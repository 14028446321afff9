import Glibc

/// Where the darkroom's program stands.
public enum DarkroomExecutable {
    public static let name = "essaim-darkroom"

    /// Beside the running program; nil when it is not there.
    public static func beside() -> String? {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        guard count > 0, count < path.count else { return nil }
        let own = String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let slash = own.lastIndex(of: "/") else { return nil }
        let candidate = own[...slash] + name
        return access(String(candidate), X_OK) == 0 ? String(candidate) : nil
    }
}
