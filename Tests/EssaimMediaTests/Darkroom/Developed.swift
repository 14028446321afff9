import EssaimDomain
import EssaimMedia
import EssaimWorkflow

/// All that the darkroom handed on for one file.
struct Developed: Sendable {
    struct Section: Sendable {
        let role: FileSection.Role
        let page: Int
        let mediaType: String
        let width: Int
        let height: Int
        var bytes: [UInt8] = []
    }

    let file: DevelopedFile?
    let refusal: String?
    let sections: [Section]

    func only(_ role: FileSection.Role) -> Section? { sections.first { $0.role == role } }
}

extension Workshop {
    func develop(_ bytes: [UInt8], named name: String? = nil) async throws -> Developed {
        let sections = Gathered()
        let outcome = try await darkroom.develop(ByteStream(bytes), named: name, byteCount: bytes.count) { piece in
            await sections.add(piece)
        }
        switch outcome {
        case .success(let file): return Developed(file: file, refusal: nil, sections: await sections.all)
        case .failure(let refusal):
            return Developed(file: nil, refusal: refusal.message, sections: await sections.all)
        }
    }

    private actor Gathered {
        private(set) var all: [Developed.Section] = []

        func add(_ piece: DevelopedPiece) {
            switch piece {
            case .section(let role, let page, let mediaType, let width, let height):
                all.append(.init(role: role, page: page, mediaType: mediaType, width: width, height: height))
            case .bytes(let bytes):
                guard !all.isEmpty else { return }
                all[all.count - 1].bytes += bytes
            }
        }
    }
}
