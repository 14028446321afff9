/// A PDF of text pages, with what a test adds to its catalogue, its first page and its objects.
struct PDFSample {
    var pages = 2
    /// Inside the catalogue's dictionary.
    var catalogue = ""
    /// Inside each page's dictionary.
    var page = ""
    /// Numbered from 5 on; pages follow.
    var more: [String] = []
    /// Width and height of each page, in points.
    var size = "595 842"
    var text = "Bonjour docteur"

    var bytes: [UInt8] {
        let first = 5 + more.count
        let drawing = "BT /F1 24 Tf 72 700 Td (\(text)) Tj ET"
        let kids = (0..<pages).map { "\(first + $0) 0 R" }.joined(separator: " ")
        let objects =
            [
                "<< /Type /Catalog /Pages 2 0 R \(catalogue) >>",
                "<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>",
                "<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            ] + more
            + (0..<pages).map { _ in
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size)] /Contents 3 0 R \(page) "
                    + "/Resources << /Font << /F1 4 0 R >> >> >>"
            }
        var out = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(out.utf8.count)
            out += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = out.utf8.count
        out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            out += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        out += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(out.utf8)
    }
}
