import Fuzzing

@testable import EssaimFormats

/// What holds for any bytes that are sent as a file.
enum FileCheck {
    static func kind(_ bytes: [UInt8]) {
        let kind = ContentKind(sniffing: bytes)
        require(kind == ContentKind(sniffing: Array(bytes.prefix(1024))), "more than the first kilobyte was looked at")
        try? kind?.checkName("a.b.\(String(decoding: bytes.suffix(5), as: UTF8.self))")
    }

    static func exif(_ bytes: [UInt8]) {
        let date = EXIFReader.captureDate(in: bytes[...])
        require(date.map { CaptureDate(text: $0.text) == $0 } ?? true, "a date that its own text does not give")
        _ = date?.instant
        _ = EXIFReader(bytes)?.orientation
        let text = String(decoding: bytes.prefix(25), as: UTF8.self)
        require(CaptureDate(text: text).map { $0.text == text } ?? true, "a date that was not written so")
        _ = CaptureDate(
            dicomDate: String(decoding: bytes.prefix(8), as: UTF8.self),
            time: String(decoding: bytes.dropFirst(8).prefix(10), as: UTF8.self))
    }

    static func webP(_ bytes: [UInt8]) {
        guard let chunks = try? WebPChunks(bytes) else { return }
        require(chunks.exif.map { $0.startIndex >= 20 && $0.endIndex <= bytes.count } ?? true, "a block from elsewhere")
        _ = chunks.exif.flatMap(EXIFReader.captureDate)
    }

    static func pdf(_ bytes: [UInt8]) {
        if (try? PDFMarks.check(bytes)) != nil {
            for mark in ["/Encrypt", "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia"] {
                require(bytes.firstRange(of: mark.utf8) == nil, "\(mark) was not seen")
            }
        }
        let blank = PDFPictures.blanked(bytes)
        require(blank.count == bytes.count, "an offset moved")
        require(zip(blank, bytes).allSatisfy { $0 == $1 || $0 == 0 }, "other bytes were written")
        require(PDFPictures.blanked(blank) == blank, "blanking twice changes more")
    }

    static func text(_ bytes: [UInt8]) {
        guard let clean = try? PlainText.clean(bytes) else { return }
        guard let text = String(validating: clean, as: UTF8.self) else { return require(false, "no UTF-8") }
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            require(!isControl || scalar == "\n" || scalar == "\t", "a control character stayed")
            require(!(0x202A...0x202E).contains(scalar.value), "a mark of direction stayed")
        }
        require((try? PlainText.clean(clean)) == clean, "cleaning twice changes more")
    }
}
