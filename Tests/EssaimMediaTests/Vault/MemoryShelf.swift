import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Foundation

/// A shelf in memory, that fails when a test asks.
actor MemoryShelf: Shelf {
    private struct Standing {
        var bytes: [UInt8]
        var modified: Instant
    }

    private var files: [AttachmentName: Standing] = [:]
    private var now = Instant(milliseconds: 1_800_000_000_000)
    private var fault: VaultFault?
    /// Things that are not ours, each before the first file of its page.
    private var strangers = 0

    func fail(with fault: VaultFault?) { self.fault = fault }
    func stand(strangers count: Int) { strangers = count }
    func setClock(_ now: Instant) { self.now = now }
    /// What stands there, to be looked at.
    func bytes(of name: AttachmentName) -> [UInt8]? { files[name]?.bytes }
    /// Puts other bytes under a name, behind the vault's back.
    func forge(_ bytes: [UInt8], as name: AttachmentName) { files[name] = Standing(bytes: bytes, modified: now) }
    var count: Int { files.count }

    func place(_ staged: String, as name: AttachmentName) async throws(VaultFault) {
        try answer()
        guard let data = FileManager.default.contents(atPath: staged) else {
            throw .failed(call: "open", code: ENOENT)
        }
        files[name] = Standing(bytes: Array(data), modified: now)
    }

    func read(_ name: AttachmentName, _ range: Range<Int>) async throws(VaultFault) -> [UInt8] {
        try answer()
        guard let bytes = files[name]?.bytes else { throw .absent }
        return Array(bytes[range.clamped(to: 0..<bytes.count)])
    }

    func size(_ name: AttachmentName) async throws(VaultFault) -> Int {
        try answer()
        guard let bytes = files[name]?.bytes else { throw .absent }
        return bytes.count
    }

    func remove(_ name: AttachmentName) async throws(VaultFault) -> Bool {
        try answer()
        return files.removeValue(forKey: name) != nil
    }

    func names(after previous: AttachmentName?, limit: Int) async throws(VaultFault) -> ShelfPage {
        try answer()
        let following = files.keys.filter { $0.text > previous?.text ?? "" }.sorted { $0.text < $1.text }
        let page = following.prefix(limit).compactMap { name in
            files[name].map { ShelvedFile(name: name, modified: $0.modified) }
        }
        return ShelfPage(
            files: page, strangers: previous == nil ? strangers : 0, isLast: following.count <= limit)
    }

    private func answer() throws(VaultFault) {
        if let fault { throw fault }
    }
}
