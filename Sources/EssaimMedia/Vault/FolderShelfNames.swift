import EssaimWorkflow

extension FolderShelf {
    public func names(after previous: AttachmentName?, limit: Int) async throws(VaultFault) -> ShelfPage {
        try await calls.run { [self] () throws(VaultFault) in
            try durability.watching { () throws(FileError) in try page(after: previous, limit: limit) }
        }
    }

    /// Walks the folders in order from the last page's name on; what is not ours is counted where it is passed.
    private func page(after previous: AttachmentName?, limit: Int) throws(FileError) -> ShelfPage {
        var files: [ShelvedFile] = []
        var strangers = 0
        let start = previous.map { $0.folders + [$0.text] } ?? ["", "", ""]
        for first in try operations.names(in: root) where !Self.precedes(first, start[0]) {
            guard first.isFolderOfNames, try isFolder("\(root)/\(first)") else {
                strangers += first == start[0] ? 0 : 1
                continue
            }
            let isFirst = first == start[0]
            for second in try operations.names(in: "\(root)/\(first)")
            where !isFirst || !Self.precedes(second, start[1]) {
                let folder = "\(root)/\(first)/\(second)"
                guard second.isFolderOfNames, try isFolder(folder) else {
                    strangers += isFirst && second == start[1] ? 0 : 1
                    continue
                }
                let isHere = isFirst && second == start[1]
                for text in try operations.names(in: folder) where !isHere || Self.precedes(start[2], text) {
                    guard let status = try operations.status("\(folder)/\(text)") else { continue }
                    guard let name = AttachmentName(text), name.folders == [first, second], status.kind == .file else {
                        strangers += 1
                        continue
                    }
                    files.append(ShelvedFile(name: name, modified: status.modified))
                    guard files.count < limit else {
                        return ShelfPage(files: files, strangers: strangers, isLast: false)
                    }
                }
            }
        }
        return ShelfPage(files: files, strangers: strangers, isLast: true)
    }

    private func isFolder(_ path: String) throws(FileError) -> Bool { try operations.status(path)?.kind == .folder }

    private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}

extension String {
    /// Two lower-case hexadecimal digits.
    fileprivate var isFolderOfNames: Bool {
        utf8.count == 2 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
