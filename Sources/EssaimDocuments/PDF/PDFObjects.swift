/// The number of an indirect object, spelled as PDF refers to it.
struct PDFReference: CustomStringConvertible {
    let number: Int
    var description: String { "\(number) 0 R" }
}

/// The objects of a PDF file while it is being made (ISO 32000-1, 7.3).
struct PDFObjects {
    /// The bytes of object 1, 2, 3 …; empty as long as an object is only reserved.
    private(set) var bodies: [[UInt8]] = []

    /// A number for an object that others refer to before it is known.
    mutating func reserve() -> PDFReference {
        bodies.append([])
        return PDFReference(number: bodies.count)
    }

    mutating func fill(_ reference: PDFReference, _ body: String) {
        bodies[reference.number - 1] = Array(body.utf8)
    }

    mutating func add(_ body: String) -> PDFReference {
        bodies.append(Array(body.utf8))
        return PDFReference(number: bodies.count)
    }

    /// A compressed stream. `entries` are those of its dictionary besides filter and length.
    mutating func addStream(_ entries: String, _ content: [UInt8]) throws(DocumentError) -> PDFReference {
        addPlainStream(entries + "/Filter/FlateDecode", try Deflate.compress(content))
    }

    /// A stream as it is; PDF/A-1 wants the metadata readable so (ISO 19005-1, 6.7.2).
    mutating func addPlainStream(_ entries: String, _ content: [UInt8]) -> PDFReference {
        var body = Array("<<\(entries)/Length \(content.count)>>\nstream\n".utf8)
        body += content
        body += Array("\nendstream".utf8)
        bodies.append(body)
        return PDFReference(number: bodies.count)
    }
}
