/// The outside of a PDF file: header, objects, cross-reference table, trailer (ISO 32000-1, 7.5; ISO 19005-1, 6.1).
enum PDFFile {
    /// - Returns: the file, in version 1.4. Its identifier comes from its content: same objects, same bytes.
    static func bytes(_ objects: PDFObjects, catalog: PDFReference, information: PDFReference) -> [UInt8] {
        var file = Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
        var offsets: [Int] = []
        for (index, body) in objects.bodies.enumerated() {
            offsets.append(file.count)
            file += Array("\(index + 1) 0 obj\n".utf8)
            file += body
            file += Array("\nendobj\n".utf8)
        }
        var fingerprint = Fingerprint()
        fingerprint.combine(file)
        let identifier = "<\(Hexadecimal.bytes(fingerprint.bytes))>"
        let table = file.count
        var end = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { end += "\(tenDigits(offset)) 00000 n \n" }
        end += """
            trailer
            <</Size \(offsets.count + 1)/Root \(catalog)/Info \(information)/ID[\(identifier)\(identifier)]>>
            startxref
            \(table)
            %%EOF

            """
        return file + Array(end.utf8)
    }

    private static func tenDigits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }
}
