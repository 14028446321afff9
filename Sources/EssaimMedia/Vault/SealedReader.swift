import EssaimWorkflow

/// Reads a sealed file, any part of it without the rest, from wherever its sealed bytes are.
struct SealedReader: Sendable {
    let seal: ChunkSeal
    /// Of the whole file, as it stands.
    let sealedLength: Int
    /// Sealed bytes; fewer than asked only when the file became shorter.
    let source: @Sendable (Range<Int>) async throws(VaultFault) -> [UInt8]

    /// Plain bytes of a range, cut at the end of the file. That the end is the end is authenticated whenever the range
    /// reaches it or is empty: a file cut short is never a short answer.
    /// - Throws: `.unreadable`, `.absent` and the source's faults: for the first bytes here, for the others as they are read.
    func stream(_ range: Range<Int>) async throws(VaultFault) -> ByteStream {
        guard let length = SealedFormat.plainLength(of: sealedLength) else { throw .unreadable }
        let wanted = range.clamped(to: 0..<length)
        let last = SealedFormat.chunks(of: length) - 1
        let first = wanted.isEmpty ? last : wanted.lowerBound / SealedFormat.chunk
        let end = wanted.isEmpty ? last : (wanted.upperBound - 1) / SealedFormat.chunk
        if first != 0 { try Self.check(header: try await source(0..<SealedFormat.header.count)[...]) }
        let cursor = Cursor(reader: self, wanted: wanted, last: last, next: first, end: end)
        try await cursor.prepare()
        return ByteStream { try await cursor.take() }
    }

    private static func check(header: ArraySlice<UInt8>) throws(VaultFault) {
        guard header.elementsEqual(SealedFormat.header) else { throw .unreadable }
    }

    /// Chunks `indices`, opened, one after the other.
    private func open(_ indices: ClosedRange<Int>, last: Int) async throws(VaultFault) -> [UInt8] {
        let start = indices.lowerBound == 0 ? 0 : SealedFormat.offset(of: indices.lowerBound)
        let stop = min(SealedFormat.offset(of: indices.upperBound + 1), sealedLength)
        var sealed = try await source(start..<stop)[...]
        guard sealed.count == stop - start else { throw .unreadable }
        if start == 0 {
            try Self.check(header: sealed.prefix(SealedFormat.header.count))
            sealed = sealed.dropFirst(SealedFormat.header.count)
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(indices.count * SealedFormat.chunk)
        for index in indices {
            let chunk = sealed.prefix(SealedFormat.sealedChunk)
            plain.append(contentsOf: try seal.open(chunk, index: index, isLast: index == last))
            sealed = sealed.dropFirst(SealedFormat.sealedChunk)
        }
        return plain
    }

    /// Where a reading stands.
    private actor Cursor {
        private let reader: SealedReader
        private let wanted: Range<Int>
        private let last: Int
        private let end: Int
        private var next: Int
        private var prepared: [UInt8]?

        init(reader: SealedReader, wanted: Range<Int>, last: Int, next: Int, end: Int) {
            self.reader = reader
            self.wanted = wanted
            self.last = last
            self.next = next
            self.end = end
        }

        /// Opens the first bytes, so that a file that cannot be read is known before anything is sent.
        func prepare() async throws(VaultFault) { prepared = try await window() }

        func take() async throws(VaultFault) -> [UInt8]? {
            let bytes: [UInt8]?
            if let prepared {
                self.prepared = nil
                bytes = prepared
            } else {
                bytes = try await window()
            }
            return bytes.flatMap { $0.isEmpty ? nil : $0 }
        }

        private func window() async throws(VaultFault) -> [UInt8]? {
            guard next <= end else { return nil }
            let indices = next...min(end, next + SealedFormat.window - 1)
            let start = next * SealedFormat.chunk
            next = indices.upperBound + 1
            let plain = try await reader.open(indices, last: last)
            let kept = wanted.clamped(to: start..<start + plain.count)
            guard kept.count < plain.count else { return plain }
            return Array(plain[kept.lowerBound - start..<kept.upperBound - start])
        }
    }
}
