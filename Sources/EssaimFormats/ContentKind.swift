/// What a file is, by its first bytes. Half of them are taken; the others are known so that the refusal can name them.
public enum ContentKind: String, Sendable, Hashable, CaseIterable {
    case jpeg, png
    case heic, avif, webp, gif, tiff, bmp, svg
    case pdf, dicom, text, html, xml, zip, office, executable, video

    /// Reads at most the first 1,024 bytes; nil when nothing we know begins so.
    public init?(sniffing bytes: [UInt8]) {
        let head = bytes.prefix(1024)
        if let kind = Self.bySignature(bytes) ?? Self.byMarkup(head) {
            self = kind
        } else if PlainText.looksLikeText(head) {
            self = .text
        } else {
            return nil
        }
    }

    /// The media type to serve a clean file with; nil for what is never stored as it is.
    public var mediaType: String? {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .pdf: "application/pdf"
        case .dicom: "application/dicom"
        case .text: "text/plain; charset=utf-8"
        default: nil
        }
    }

    /// True when the kind may be developed.
    public var isTaken: Bool { !extensions.isEmpty }

    /// - Throws: `extensionMismatch` when the sender's name ends otherwise than files of this kind do. A name without an
    ///   ending says nothing.
    public func checkName(_ name: String?) throws(MediaFault) {
        guard let name, let dot = name.lastIndex(of: ".") else { return }
        let ending = String(name[name.index(after: dot)...]).lowercased()
        // Scanners name their files by number: `1.2.840.113619.2.5`.
        let isNumbered = self == .dicom && !ending.isEmpty && ending.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard extensions.contains(ending) || isNumbered else {
            throw .extensionMismatch(named: String(ending.prefix(16)), content: self)
        }
    }

    /// The name endings that agree with the content, lower-case; empty for what is never taken.
    private var extensions: Set<String> {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .png: ["png"]
        case .heic: ["heic", "heif", "hif"]
        case .webp: ["webp"]
        case .tiff: ["tif", "tiff"]
        case .pdf: ["pdf"]
        case .dicom: ["dcm", "dicom"]
        case .text: ["txt", "text"]
        case .avif, .gif, .bmp, .svg, .html, .xml, .zip, .office, .executable, .video: []
        }
    }

    private static func bySignature(_ bytes: [UInt8]) -> ContentKind? {
        func starts(_ signature: [UInt8], at offset: Int = 0) -> Bool {
            bytes.dropFirst(offset).starts(with: signature)
        }
        func starts(_ signature: String, at offset: Int = 0) -> Bool { starts(Array(signature.utf8), at: offset) }

        if starts([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if starts("GIF87a") || starts("GIF89a") { return .gif }
        if starts("RIFF"), starts("WEBP", at: 8) { return .webp }
        if starts([0x49, 0x49, 0x2A, 0]) || starts([0x4D, 0x4D, 0, 0x2A]) { return .tiff }
        if starts("ftyp", at: 4) { return isoMedia(brand: bytes.dropFirst(8).prefix(4)) }
        if starts("DICM", at: 128) { return .dicom }
        if starts([0x50, 0x4B, 3, 4]) || starts([0x50, 0x4B, 5, 6]) { return .zip }
        if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .office }
        if starts("MZ") || starts([0x7F, 0x45, 0x4C, 0x46]) || starts("#!") { return .executable }
        if starts([0xFE, 0xED, 0xFA]) || starts([0xCF, 0xFA, 0xED, 0xFE]) || starts([0xCA, 0xFE, 0xBA, 0xBE]) {
            return .executable
        }
        if starts("{\\rtf") { return .office }
        if starts("BM"), starts([0, 0, 0, 0], at: 6) { return .bmp }
        return nil
    }

    /// ISO 14496-12 §4.3: the first brand after `ftyp`.
    private static func isoMedia(brand: ArraySlice<UInt8>) -> ContentKind {
        switch String(decoding: brand, as: UTF8.self) {
        case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1": .heic
        case "avif", "avis": .avif
        default: .video
        }
    }

    /// What a browser or a server would run wherever it stands.
    private static let marks = ["<script", "<!doctype", "<html", "<svg", "<iframe", "<body", "<?php", "<%"]

    /// What is text, and PDF, whose readers look for its mark anywhere in the first kilobyte.
    private static func byMarkup(_ head: ArraySlice<UInt8>) -> ContentKind? {
        let text = String(decoding: head, as: UTF8.self).lowercased()
        if text.contains("%pdf-") { return .pdf }
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard start.first == "<" else { return marks.contains(where: text.contains) ? .html : nil }
        if text.contains("<svg") { return .svg }
        if start.hasPrefix("<?xml") { return text.contains("<html") ? .html : .xml }
        return .html
    }
}
