import EssaimDomain
import EssaimMedia
import Glibc
import Testing

@Suite struct `Sweeping attachments` {
    let folder: TemporaryFolder
    let store: AttachmentStore

    init() throws {
        folder = try TemporaryFolder()
        store = try AttachmentStore(root: folder.path + "/pieces")
    }

    private func path(_ name: AttachmentName) -> String {
        "pieces/\(name.text.prefix(2))/\(name.text.dropFirst(2).prefix(2))/\(name)"
    }

    @Test func `a sweep removes old files without a row and leaves the rest`() throws {
        let kept = try store.put([1])
        let orphan = try store.put([2])
        let part = try store.put([3])
        try folder.write("reste", to: path(part) + ".part")
        try folder.write("notes", to: "pieces/ab/cd/lisez-moi.txt")
        try folder.write("ailleurs", to: "pieces/zz/zz/\(orphan)")
        let later = Instant(milliseconds: Int64(time(nil)) * 1000) + .hours(25)

        let young = try store.sweep(olderThan: .hours(24), now: later - .hours(24)) { _ in false }
        #expect(young.orphans == 0 && young.leftovers == 0 && young.kept == 4 && young.strangers == 2)

        var asked: [AttachmentName] = []
        let sweep = try store.sweep(olderThan: .hours(24), now: later) { name in
            asked.append(name)
            return name == kept || name == part
        }
        #expect(sweep.kept == 2 && sweep.orphans == 1 && sweep.leftovers == 1 && sweep.strangers == 2)
        #expect(Set(asked) == [kept, orphan, part])
        #expect(try store.read(kept) == [1])
        #expect(try store.read(part) == [3])
        #expect(throws: AttachmentFault.notFound) { try store.read(orphan) }
        #expect(!folder.files.contains { $0.hasSuffix(".part") })
        #expect(folder.files.contains("pieces/ab/cd/lisez-moi.txt"))
    }

    @Test func `a row that cannot be looked up stops the sweep before anything is removed`() throws {
        struct Unreachable: Error {}
        let name = try store.put([1])
        let later = Instant(milliseconds: Int64(time(nil)) * 1000) + .hours(25)
        #expect(throws: Unreachable.self) {
            try store.sweep(olderThan: .hours(1), now: later) { _ in throw Unreachable() }
        }
        #expect(try store.read(name) == [1])
    }
}
