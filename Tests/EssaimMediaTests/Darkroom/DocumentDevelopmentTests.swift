import EssaimDomain
import EssaimFormats
import EssaimWorkflow
import Testing

@Suite struct `Developing a document` {
    @Test func `a PDF of three pages becomes a clean PDF and a picture of each`() async throws {
        let workshop = try Workshop()
        let sent = PDFSample(pages: 3, catalogue: "/Metadata 5 0 R", more: ["<< /Title (SECRET) >>"])
        let made = try await workshop.develop(sent.bytes, named: "lettre.pdf")
        #expect(made.refusal == nil)
        #expect(made.file?.pages == 3 && made.file?.mediaType == "application/pdf")
        #expect(made.sections.map(\.role) == [.thumbnail, .screen, .screen, .screen, .full])
        #expect(made.sections.map(\.page) == [1, 1, 2, 3, 1])
        for section in made.sections.dropLast() {
            #expect((section.role == .thumbnail ? 399...400 : 1599...1600).contains(section.height))
            #expect(try await TagList(workshop, section.bytes, "page.jpg").isStructureOfJPEG)
        }
        let clean = try #require(made.only(.full)).bytes
        #expect(clean.firstRange(of: Array("SECRET".utf8)) == nil)
    }

    @Test(arguments: ["612 792", "595.276 841.89", "200.5 1000.25", "842 595", "5000 3333.3"])
    func `a page of any size fits its pictures`(_ size: String) async throws {
        let workshop = try Workshop()
        let made = try await workshop.develop(PDFSample(pages: 1, size: size).bytes)
        #expect(made.refusal == nil)
        for section in made.sections {
            #expect(max(section.width, section.height) <= (section.role == .thumbnail ? 400 : 1600))
        }
    }

    @Test func `a photograph inside a PDF loses its tags`() async throws {
        let workshop = try Workshop()
        _ = try await workshop.draw("a.jpg", "-size", "320x240", "plasma:red-blue")
        try await Tool.run(
            "exiftool", ["-q", "-overwrite_original", "-Make=SECRET", "-XMP:City=SECRET", workshop.path("a.jpg")])
        let photo = try workshop.read("a.jpg")
        #expect(photo.firstRange(of: Array("SECRET".utf8)) != nil)
        let sent = PDFSample.showing(photo, width: 320, height: 240)
        let made = try await workshop.develop(sent)
        #expect(made.refusal == nil)
        let clean = try #require(made.only(.full)).bytes
        // The pixels pass as they are.
        #expect(clean.firstRange(of: photo.suffix(200)) != nil)
        #expect(clean.firstRange(of: Array("SECRET".utf8)) == nil)
    }

    @Test(
        arguments: [
            ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "un programme (script)"),
            ("/OpenAction << /S /Launch /F (calc.exe) >>", "une action qui lance un programme"),
            ("/Names << /EmbeddedFiles << /Names [(a.exe) 5 0 R] >> >>", "un fichier joint"),
        ])
    func `a PDF that does something is refused by what it does`(_ catalogue: String, _ what: String) async throws {
        let workshop = try Workshop()
        let sent = PDFSample(catalogue: catalogue, more: ["<< /Type /Filespec /F (a.exe) >>"])
        let made = try await workshop.develop(sent.bytes, named: "a.pdf")
        #expect(
            made.refusal
                == "Ce document PDF contient \(what), ce qui n’est pas accepté. Imprimez-le dans un nouveau PDF, "
                + "puis renvoyez-le.")
    }

    @Test func `what a PDF hides in compressed objects does not stay`() async throws {
        let workshop = try Workshop()
        let hidden = PDFSample(catalogue: "/OpenAction << /S /Launch /F (SECRET) >>")
        try workshop.write("a.pdf", hidden.bytes)
        try await Tool.run(
            "qpdf", ["--object-streams=generate", workshop.path("a.pdf"), workshop.path("b.pdf")])
        let sent = try workshop.read("b.pdf")
        #expect(sent.firstRange(of: Array("/Launch".utf8)) == nil)
        let made = try await workshop.develop(sent)
        #expect(made.refusal == nil)
        try workshop.write("c.pdf", try #require(made.only(.full)).bytes)
        try await Tool.run("qpdf", ["--qdf", workshop.path("c.pdf"), workshop.path("d.pdf")])
        #expect(try workshop.read("d.pdf").firstRange(of: Array("/Launch".utf8)) == nil)
    }

    @Test(arguments: [["secret", "owner"], ["", "owner"]])
    func `a PDF with a password is refused`(_ passwords: [String]) async throws {
        let workshop = try Workshop()
        try workshop.write("a.pdf", PDFSample().bytes)
        try await Tool.run(
            "qpdf",
            ["--encrypt"] + passwords + ["256", "--", workshop.path("a.pdf"), workshop.path("b.pdf")])
        let made = try await workshop.develop(try workshop.read("b.pdf"))
        #expect(made.refusal == MediaFault.locked.message)
    }

    @Test func `a PDF of forty pages is the longest`() async throws {
        let workshop = try Workshop()
        let long = try await workshop.develop(PDFSample(pages: 41).bytes)
        #expect(long.refusal == "Le document a plus de 40\u{A0}pages. Envoyez seulement les pages utiles.")
        let endless = try await workshop.develop(PDFSample(pages: 10_000).bytes)
        #expect(endless.refusal == long.refusal)
    }

    @Test func `what stands before and behind a PDF does not come through`() async throws {
        let workshop = try Workshop()
        try workshop.write("a.txt", Array("SECRET-ZIP".utf8))
        try await Tool.run("zip", ["-q", "-0", "-j", workshop.path("a.zip"), workshop.path("a.txt")])
        let zip = try workshop.read("a.zip")
        for sent in [PDFSample().bytes + zip, Array("junk SECRET\n".utf8) + PDFSample().bytes] {
            let made = try await workshop.develop(sent)
            guard let clean = made.only(.full)?.bytes, made.file != nil else {
                #expect(made.refusal == MediaFault.damaged(.pdf, reason: "").message)
                continue
            }
            #expect(clean.starts(with: Array("%PDF-".utf8)))
            #expect(clean.firstRange(of: Array("SECRET".utf8)) == nil)
            #expect(clean.firstRange(of: [0x50, 0x4B, 3, 4]) == nil)
        }
    }

    @Test func `a DICOM image keeps its data, loses its preamble and gets a picture`() async throws {
        let workshop = try Workshop()
        let sent = try await workshop.dicom("-i", "(0008,0022)=20260314", "-i", "(0008,0032)=090500")
        let made = try await workshop.develop(Array("#!/bin/sh SECRET".utf8.prefix(0)) + sent, named: "IM000001")
        #expect(made.refusal == nil)
        #expect(made.file?.capturedAt == "2026-03-14T09:05:00")
        #expect(made.file?.width == 640 && made.file?.height == 480)
        #expect(made.sections.map(\.role) == [.thumbnail, .screen, .full])
        #expect(made.sections.map(\.width) == [400, 640, 640])
        // An executable hides in the preamble: JPEG, for one, is known by its first bytes only.
        let hiding = [0x01, 0x02] + Array("SECRET".utf8) + sent.dropFirst(8)
        let clean = try #require(try await workshop.develop(hiding).only(.full)).bytes
        #expect(clean.prefix(128).allSatisfy { $0 == 0 })
        #expect(ContentKind(sniffing: clean) == .dicom)
    }

    @Test func `a DICOM sequence is refused`() async throws {
        let workshop = try Workshop()
        let made = try await workshop.develop(try await workshop.dicom("-i", "(0028,0008)=12"))
        #expect(made.refusal == MediaFault.severalPictures(.dicom).message)
        let huge = try await workshop.develop(
            try await workshop.dicom("-m", "(0028,0010)=65000", "-m", "(0028,0011)=65000"))
        #expect(huge.refusal?.hasPrefix("L’image est trop grande") == true)
    }

    @Test func `sixteen bits of grey are shown in the file's own window`() async throws {
        let workshop = try Workshop()
        let pixels = (0..<576).map { number in
            let digits = String(number * 64, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined(separator: "\\")
        let dump = """
            (0002,0010) UI =LittleEndianExplicit
            (0008,0016) UI =SecondaryCaptureImageStorage
            (0008,0018) UI [1.2.3.4]
            (0028,0002) US 1
            (0028,0004) CS [MONOCHROME2]
            (0028,0010) US 24
            (0028,0011) US 24
            (0028,0100) US 16
            (0028,0101) US 16
            (0028,0102) US 15
            (0028,0103) US 0
            (7fe0,0010) OW \(pixels)
            """
        for window in ["", "(0028,1050) DS [10000]\n(0028,1051) DS [1000]\n"] {
            let lines = dump.replacing("(7fe0", with: window + "(7fe0")
            try workshop.write("a.txt", Array(lines.utf8))
            try await Tool.run("dump2dcm", ["-q", workshop.path("a.txt"), workshop.path("a.dcm")])
            let made = try await workshop.develop(try workshop.read("a.dcm"))
            #expect(made.refusal == nil)
            #expect(made.only(.screen)?.width == 24)
            try workshop.write("a.jpg", made.only(.screen)?.bytes ?? [])
            let grey = try await Tool.run(
                "convert", [workshop.path("a.jpg"), "-crop", "1x1+12+12", "-depth", "8", "gray:-"])
            // The middle of the picture: half grey over the whole range, white in a window that ends below it.
            let middle = Int(try #require(grey.first))
            #expect(window.isEmpty ? abs(middle - 133) < 12 : middle > 240)
        }
    }

    @Test func `a text is kept as UTF-8`() async throws {
        let workshop = try Workshop()
        let made = try await workshop.develop([0x45, 0x74, 0xE9, 0x0D, 0x0A], named: "note.txt")
        #expect(made.file?.mediaType == "text/plain; charset=utf-8")
        #expect(made.sections.map(\.role) == [.full])
        #expect(made.only(.full)?.bytes == Array("Eté\n".utf8))
        let long = try await workshop.develop([UInt8](repeating: 0x61, count: 1_048_577))
        #expect(long.refusal == "Le fichier dépasse 1\u{A0}Mo. Réduisez-le, puis renvoyez-le.")
    }
}

extension PDFSample {
    /// One page with a photograph on it.
    static func showing(_ photo: [UInt8], width: Int, height: Int) -> [UInt8] {
        let head =
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
            + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            + "/Resources << /XObject << /Im 5 0 R >> >> >>\nendobj\n"
            + "4 0 obj\n<< /Length 31 >>\nstream\n500 0 0 400 40 300 cm /Im Do   \nendstream\nendobj\n"
            + "5 0 obj\n<< /Type /XObject /Subtype /Image /Width \(width) /Height \(height) "
            + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length \(photo.count) >>\nstream\n"
        // Without a table of offsets: readers rebuild it.
        return Array(head.utf8) + photo
            + Array("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n".utf8)
    }
}

extension Workshop {
    /// A DICOM file of 640 × 480 pixels, changed by `dcmodify`.
    func dicom(_ changes: String...) async throws -> [UInt8] {
        _ = try await draw("a.jpg", "-size", "640x480", "plasma:red-blue")
        try await Tool.run("img2dcm", ["-q", path("a.jpg"), path("a.dcm")])
        if !changes.isEmpty { try await Tool.run("dcmodify", ["-q", "-nb"] + changes + [path("a.dcm")]) }
        return try read("a.dcm")
    }
}
