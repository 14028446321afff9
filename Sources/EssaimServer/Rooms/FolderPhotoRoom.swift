import Crypto
import EssaimMedia
import EssaimWorkflow
import NIOPosix

/// Photographs in the data folder, on threads of their own: a slow disk holds up no page.
struct FolderPhotoRoom: PhotoRoom {
    private let store: AttachmentStore
    private let threads: NIOThreadPool

    init(folder: String, threads: NIOThreadPool) throws {
        store = try AttachmentStore(root: folder)
        self.threads = threads
    }

    func keep(_ bytes: [UInt8], named name: String?) async throws -> Result<KeptPhoto, PhotoRefusal> {
        try await threads.runIfActive { [store] in
            let image: AcceptedImage
            do throws(MediaFault) {
                image = try ImageIntake.accept(bytes, filename: name)
            } catch {
                return .failure(PhotoRefusal(message: error.message))
            }
            let stored: AttachmentName
            do throws(AttachmentFault) {
                stored = try store.put(image.bytes)
            } catch {
                return .failure(PhotoRefusal(message: error.message))
            }
            return .success(
                KeptPhoto(
                    storedAs: stored.text, mediaType: image.header.kind.mediaType ?? "application/octet-stream",
                    byteCount: image.bytes.count, width: image.header.width, height: image.header.height,
                    capturedAt: image.header.takenAt?.text, digest: Array(SHA256.hash(data: image.bytes))))
        }
    }

    func bytes(storedAs name: String) async throws -> [UInt8] {
        try await threads.runIfActive { [store] in
            guard let name = AttachmentName(name) else { throw AttachmentFault.notFound }
            return try store.read(name)
        }
    }

    func discard(storedAs name: String) async throws {
        try await threads.runIfActive { [store] in
            if let name = AttachmentName(name) { try store.remove(name) }
        }
    }
}
