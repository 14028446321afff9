import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Foundation
import Logging

extension Setting {
    /// The master key that the data are sealed by: a server that holds another one does not serve them.
    static let masterKey = "files.master"
}

extension EssaimServer {
    /// Before serving: what older versions kept in clear is sealed, and what this machine lacks is said.
    func prepareFiles() async throws {
        _ = try await checkMasterKeys()
        if let fences = await DarkroomFences.of(executable: configuration.attachments.darkroom) {
            if !fences.missing.isEmpty {
                logger.warning(
                    "files are decoded with fewer fences than there could be",
                    metadata: ["missing": "\(fences.missing.joined(separator: ", "))"])
            }
        } else {
            logger.error(
                "no photograph or document can be taken: the program that decodes them does not work here",
                metadata: ["program": "\(configuration.attachments.darkroom)"])
        }
        try await sealFilesKeptInClear()
    }

    /// The master key is the one that the data are sealed by; asked by whatever opens the data.
    /// - Returns: where the key is, when it was drawn just now: it is to be saved apart.
    /// - Throws: `ServerConfiguration.Fault.masterKey`; a key drawn a moment ago for nothing is then removed.
    public func checkMasterKeys() async throws -> String? {
        let folder = configuration.attachments.masterKeys
        let (current, known) = (rooms.masters.current, rooms.masters.known)
        let asked = try await store.write { tx -> Set<String> in
            let kept = try tx.setting(Setting.masterKey)
            if kept == nil { try tx.set(Setting.masterKey, to: current) }
            return try tx.mastersInUse().union([kept].compactMap(\.self))
        }
        let missing = asked.subtracting(known)
        guard missing.isEmpty else {
            if rooms.isFirstKey { try? FileManager.default.removeItem(atPath: folder) }
            throw ServerConfiguration.Fault.masterKey(missing.sorted().joined(separator: ", "), folder: folder)
        }
        return rooms.isFirstKey ? folder : nil
    }

    /// Photographs of before, as they were kept: developed and sealed like any other, then removed.
    private func sealFilesKeptInClear() async throws {
        let root = configuration.folder + "/attachments"
        var left: Set<Identifier<Attachment>> = []
        while true {
            let some = try await store.read { [count = left.count] in try $0.unsealedAttachments(limit: count + 20) }
                .filter { !left.contains($0.id) }
            if some.isEmpty { return }
            for attachment in some {
                let name = attachment.file.storedAs
                let path = "\(root)/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"
                guard name.count == 32, let bytes = FileManager.default.contents(atPath: path) else {
                    left.insert(attachment.id)
                    logger.error("a photograph kept in clear is not there", metadata: ["file": "\(name)"])
                    continue
                }
                let kept = try await files.keep(
                    byteCount: bytes.count, named: nil, in: attachment.request
                ) { ByteStream(Array(bytes)) }
                guard case .success(let sealed) = kept else {
                    left.insert(attachment.id)
                    logger.error("a photograph kept in clear could not be developed", metadata: ["file": "\(name)"])
                    continue
                }
                let file = sealed.file.taken(attachment.file.capturedAt)
                try await store.write { try $0.replaceFile(of: attachment.id, by: file) }
                try FileManager.default.removeItem(atPath: path)
            }
            logger.info("photographs kept in clear were sealed", metadata: ["count": "\(some.count)"])
        }
    }
}

extension KeptFile {
    /// The same file, with the date that was read before it was first cleaned.
    fileprivate func taken(_ moment: String?) -> KeptFile {
        KeptFile(
            storedAs: storedAs, sealedKey: sealedKey, sections: sections, mediaType: mediaType, byteCount: byteCount,
            width: width, height: height, pages: pages, capturedAt: capturedAt ?? moment, digest: digest)
    }
}
