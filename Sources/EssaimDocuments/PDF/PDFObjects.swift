/// The number of an indirect object, spelled as PDF refers to it.
struct PDFReference: Equatable, CustomStringConvertible {
    let number: Int
    var description: String { "\(number) 0 R" }
}

/// A PDF file while it is being written (ISO 32000-1, 7.3 and 7.5): each object leaves as soon as it is known, and only its
/// place is remembered. The same objects give the same bytes.
struct PDFObjects {
    private(set) var queue: ByteQueue
    /// Where object 1, 2, 3 … begins; none as long as an object is only reserved.
    private(set) var offsets: [Int?] = []
    /// Of all that was written.
    private(set) var fingerprint = Fingerprint()

    /// Begins the file, in version 1.4.
    /// - Parameter start: the bytes before it, for a test of the limit.
    init(startingAt start: Int = 0) {
        queue = ByteQueue(startingAt: start)
        write(Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// What was written since the last time, to be passed on.
    mutating func take() -> [[UInt8]] { queue.take() }

    /// A number for an object that others refer to before it is known.
    mutating func reserve() -> PDFReference {
        offsets.append(nil)
        return PDFReference(number: offsets.count)
    }

    /// Writes a reserved object; once.
    mutating func fill(_ reference: PDFReference, _ body: String) {
        begin(reference)
        write("\(body)\nendobj\n")
    }

    mutating func add(_ body: String) -> PDFReference {
        let reference = reserve()
        fill(reference, body)
        return reference
    }

    /// A compressed stream. `entries` are those of its dictionary besides filter and length.
    mutating func addStream(_ entries: String, _ content: [UInt8]) throws(DocumentError) -> PDFReference {
        addPlainStream(entries + "/Filter/FlateDecode", try Deflate.compress(content))
    }

    /// A stream as it is; PDF/A-1 wants the metadata readable so (ISO 19005-1, 6.7.2).
    mutating func addPlainStream(_ entries: String, _ content: [UInt8]) -> PDFReference {
        let reference = reserve()
        begin(reference)
        write("<<\(entries)/Length \(content.count)>>\nstream\n")
        write(content)
        write("\nendstream\nendobj\n")
        return reference
    }

    private mutating func begin(_ reference: PDFReference) {
        offsets[reference.number - 1] = queue.total
        write("\(reference.number) 0 obj\n")
    }

    mutating func write(_ text: String) { write(Array(text.utf8)) }

    /// A long piece enters the fingerprint by its checksum: a byte-wise hash of photographs would cost more than the rest.
    private mutating func write(_ bytes: [UInt8]) {
        if bytes.count < 4096 {
            fingerprint.combine(bytes)
        } else {
            let checksum = Checksum.of(bytes)
            fingerprint.combine((0..<4).map { UInt8(truncatingIfNeeded: checksum >> (8 * $0)) })
        }
        queue.append(bytes)
    }
}
