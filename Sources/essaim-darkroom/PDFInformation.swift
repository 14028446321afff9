/// What `pdfinfo` prints: `Pages:           3`.
struct PDFInformation {
    private(set) var pages: Int?
    private(set) var isEncrypted = false
    private(set) var hasScript = false

    /// Titles and authors are printed as well, and could hold a line end: poppler escapes none. The fields that count
    /// stand after them, and the first refusal wins.
    init(_ text: String) {
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            switch line[..<colon] {
            case "Pages": pages = Int(value)
            case "Encrypted": isEncrypted = isEncrypted || value.hasPrefix("yes")
            case "JavaScript": hasScript = hasScript || value.hasPrefix("yes")
            default: break
            }
        }
    }
}
