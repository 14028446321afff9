import Foundation

/// The names of an archive: harmless on every system, and no two the same on any.
public struct ZipNames: Sendable {
    private var taken: Set<String> = []

    public init() {}

    /// A name close to `wanted` that was not given before: « Centrée.jpg », then « Centrée (2).jpg ». Two names that differ
    /// only in case or in how their accents are spelled are the same: they are on Windows and macOS.
    public mutating func unique(_ wanted: String) -> String {
        let name = ZipName(wanted)
        var copy = 1
        while true {
            let text = name.text(copy: copy)
            if taken.insert(Self.key(text)).inserted { return text }
            copy += 1
        }
    }

    private static func key(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        // Lower case may bring out marks that compose (« İ »).
        return text.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
    }
}
