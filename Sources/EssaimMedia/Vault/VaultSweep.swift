import EssaimDomain
import EssaimWorkflow
import Glibc

extension Vault {
    /// How many names are asked for at a time.
    static let sweptAtOnce = 500

    /// Kept files first: a row that cannot be looked up stops the sweep before anything of its page is removed.
    public func sweep(
        olderThan age: Duration, now: Instant, keeping areKept: @Sendable ([String]) async throws -> Set<String>
    ) async throws -> SweptFiles {
        try durability.check()
        var swept = SweptFiles()
        try await sweepShelf(&swept, before: now - age, keeping: areKept)
        try await sweepFolder(staging, &swept, before: now - age, isOurs: { AttachmentName($0) != nil })
        try await sweepFolder(uploads.folder, &swept, before: now - age, isOurs: UploadPlace.isName)
        return swept
    }

    private func sweepShelf(
        _ swept: inout SweptFiles, before limit: Instant, keeping areKept: ([String]) async throws -> Set<String>
    ) async throws {
        var last: AttachmentName?
        while true {
            let page = try await shelf.names(after: last, limit: Self.sweptAtOnce)
            swept.strangers += page.strangers
            let old = page.files.filter { $0.modified < limit }.map(\.name)
            let kept = old.isEmpty ? [] : try await areKept(old.map(\.text))
            for name in old where !kept.contains(name.text) {
                try await remove(name.text)
                swept.orphans += 1
            }
            swept.kept += page.files.count - old.count + old.count { kept.contains($0.text) }
            guard !page.isLast, let end = page.files.last else { return }
            last = end.name
        }
    }

    /// Removes what a crash or a sender left in a folder of ours.
    private func sweepFolder(
        _ folder: String, _ swept: inout SweptFiles, before limit: Instant,
        isOurs: @escaping @Sendable (String) -> Bool
    ) async throws {
        let operations = operations
        let table = uploads.table
        let found = try await blocking { () throws(FileError) in
            var found = SweptFiles()
            for name in try operations.names(in: folder) {
                guard let status = try operations.status("\(folder)/\(name)") else { continue }
                if !isOurs(name) || status.kind != .file {
                    found.strangers += 1
                } else if status.modified >= limit || (try? table.begin(name)) == nil {
                    found.kept += 1
                } else {
                    defer { _ = table.end(name, standing: nil) }
                    try operations.unlink("\(folder)/\(name)")
                    found.leftovers += 1
                }
            }
            if found.leftovers > 0 { try operations.syncFolder(folder) }
            return found
        }
        swept.kept += found.kept
        swept.leftovers += found.leftovers
        swept.strangers += found.strangers
    }
}
