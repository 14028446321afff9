import Foundation

/// What a reader of QR codes sees on a page, as another program draws it.
enum QRReading {
    /// The text of the page's only code.
    ///
    /// - Parameter box: the part of the page to look at, in points; the whole page when nil.
    static func code(_ bytes: [UInt8], page: Int, dotsPerInch: Int, in box: Box? = nil) throws -> String {
        try withFolder { folder in
            let (file, picture) = (folder.appendingPathComponent("report.pdf"), folder.appendingPathComponent("page"))
            try Data(bytes).write(to: file)
            let part = box.map { box in
                let scale = Double(dotsPerInch) / 72
                let edges = [box.left, box.top, box.right - box.left, box.bottom - box.top].map {
                    "\(Int(($0 * scale).rounded()))"
                }
                return ["-x", edges[0], "-y", edges[1], "-W", edges[2], "-H", edges[3]]
            }
            _ = try Tool(name: "pdftoppm", packages: "poppler-utils").run(
                ["-r", "\(dotsPerInch)", "-gray", "-singlefile", "-f", "\(page)", "-l", "\(page)"] + (part ?? [])
                    + [file.path, picture.path])
            let said = try Tool(name: "zbarimg", packages: "zbar-tools").run(
                ["--nodbus", "--raw", "-q", "-S*.enable=0", "-Sqrcode.enable=1", picture.path + ".pgm"])
            return String(said.dropLast())
        }
    }
}
