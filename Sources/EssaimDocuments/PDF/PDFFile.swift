/// The end of a PDF file: cross-reference table and trailer (ISO 32000-1, 7.5; ISO 19005-1, 6.1).
extension PDFObjects {
    /// The table holds places of ten digits.
    static let byteLimit = 9_999_999_999

    /// Ends the file. Its identifier comes from its content.
    ///
    /// - Throws: `.tooManyBytes` when an object begins beyond the table's reach.
    mutating func finish(catalog: PDFReference, information: PDFReference) throws(DocumentError) {
        let identifier = "<\(Hexadecimal.bytes(fingerprint.bytes))>"
        let table = queue.total
        guard table <= Self.byteLimit else { throw .tooManyBytes(table) }
        var end = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            // A number that was reserved and never written is free (7.5.4).
            end += offset.map { "\(Self.tenDigits($0)) 00000 n \n" } ?? "0000000000 65535 f \n"
        }
        end += """
            trailer
            <</Size \(offsets.count + 1)/Root \(catalog)/Info \(information)/ID[\(identifier)\(identifier)]>>
            startxref
            \(table)
            %%EOF

            """
        write(end)
    }

    private static func tenDigits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }
}
