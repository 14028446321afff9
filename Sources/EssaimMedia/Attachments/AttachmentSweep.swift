import EssaimDomain

/// What a sweep found.
public struct AttachmentSweep: Sendable, Equatable {
    /// Files with a row, or too young to tell.
    public var kept = 0
    /// Files without a row, removed.
    public var orphans = 0
    /// Temporary files that a crash left behind, removed.
    public var leftovers = 0
    /// Files whose name is not one of ours: left alone, to be shown to the administrator.
    public var strangers = 0

    public init() {}
}

extension AttachmentStore {
    /// Removes files that no row names. Only those older than `age` at `now` are looked at: a younger one may belong
    /// to a transaction that has not committed yet. `isKept` is asked once per such file.
    public func sweep(
        olderThan age: Duration, now: Instant, keeping isKept: (AttachmentName) throws -> Bool
    ) throws -> AttachmentSweep {
        var sweep = AttachmentSweep()
        for first in try FileReading.names(in: root) {
            for second in try FileReading.names(in: "\(root)/\(first)") {
                let folder = "\(root)/\(first)/\(second)"
                for file in try FileReading.names(in: folder) {
                    let isTemporary = file.hasSuffix(Self.temporarySuffix)
                    let stem = isTemporary ? file.dropLast(Self.temporarySuffix.count) : file[...]
                    guard let name = AttachmentName(stem), name.folders == [first, second] else {
                        sweep.strangers += 1
                        continue
                    }
                    guard let modified = try FileReading.modified("\(folder)/\(file)") else { continue }
                    if now - Instant(milliseconds: modified) <= age {
                        sweep.kept += 1
                    } else if isTemporary {
                        try operations.unlink("\(folder)/\(file)")
                        sweep.leftovers += 1
                    } else if try isKept(name) {
                        sweep.kept += 1
                    } else {
                        try remove(name)
                        sweep.orphans += 1
                    }
                }
            }
        }
        return sweep
    }
}
