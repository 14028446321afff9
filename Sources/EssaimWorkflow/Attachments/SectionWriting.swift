import Crypto
import EssaimDomain

/// Lays the parts of a developed file one after the other, and notes where each stands.
actor SectionWriting {
    private let writing: any FileWriting
    private var sections: [FileSection] = []
    private var begun: (role: FileSection.Role, page: Int, mediaType: String, width: Int, height: Int, offset: Int)?
    private var offset = 0
    private var hash = SHA256()

    init(to writing: any FileWriting) { self.writing = writing }

    func take(_ piece: DevelopedPiece) async throws {
        switch piece {
        case .section(let role, let page, let mediaType, let width, let height):
            close()
            begun = (role, page, mediaType, width, height, offset)
        case .bytes(let bytes):
            guard let begun else { throw VaultFault.unreadable }
            if begun.role == .full { hash.update(data: bytes) }
            offset += bytes.count
            try await writing.write(bytes)
        }
    }

    /// The parts, and SHA-256 of the clean file.
    func finished() -> (sections: [FileSection], digest: [UInt8]) {
        close()
        return (sections, Array(hash.finalize()))
    }

    private func close() {
        guard let part = begun else { return }
        sections.append(
            FileSection(
                role: part.role, page: part.page, mediaType: part.mediaType, width: part.width, height: part.height,
                offset: part.offset, length: offset - part.offset))
        begun = nil
    }
}
