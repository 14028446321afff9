import EssaimDomain
import EssaimFormats
import EssaimMedia
import EssaimWorkflow
import Testing

/// Files that want to do harm, made from a seed: each gets its message or becomes a clean file.
@Suite(.serialized) struct `Hostile files` {
    /// What the darkroom did with a file is one of two things.
    private func expectCleanOrRefused(_ made: Developed, _ what: String) {
        if let refusal = made.refusal {
            #expect(refusal.hasSuffix(".") && !refusal.contains("!") && !refusal.contains("SECRET"), "\(what)")
            return
        }
        #expect(made.file != nil && made.sections.last?.role == .full, "\(what)")
        for section in made.sections {
            let kind = ContentKind(sniffing: section.bytes)
            #expect(kind?.mediaType == section.mediaType, "\(what): \(section.role)")
            if kind == .jpeg || kind == .png {
                #expect((try? MetadataStripper.strip(section.bytes)) == section.bytes, "\(what): tags")
            }
            #expect(section.bytes.firstRange(of: Array("SECRET".utf8)) == nil, "\(what): \(section.role)")
        }
    }

    private struct Case: Sendable {
        let what: String
        let bytes: [UInt8]
        var name: String?
    }

    /// Several at once, as the server would have them.
    private func develop(_ cases: [Case], in workshop: Workshop) async throws -> [(Case, Developed)] {
        try await withThrowingTaskGroup(of: (Int, Developed).self) { group in
            for (index, hostile) in cases.enumerated() {
                group.addTask { (index, try await workshop.develop(hostile.bytes, named: hostile.name)) }
            }
            var all: [(Case, Developed)] = []
            for try await (index, made) in group { all.append((cases[index], made)) }
            return all
        }
    }

    /// Small samples of all that is taken.
    private func samples(_ workshop: Workshop) async throws -> [Case] {
        var samples: [Case] = []
        let jpeg = try await workshop.draw("s.jpg", "-size", "160x120", "plasma:red-blue", "-quality", "95")
        samples.append(Case(what: "jpeg", bytes: jpeg))
        samples.append(
            Case(what: "png", bytes: try await workshop.draw("s.png", "-size", "64x48", "plasma:red-blue")))
        samples.append(
            Case(what: "tiff", bytes: try await workshop.draw("s.tiff", "-size", "64x48", "plasma:red-blue")))
        try await Tool.run("heif-enc", ["-q", "80", workshop.path("s.jpg"), "-o", workshop.path("s.heic")])
        samples.append(Case(what: "heic", bytes: try workshop.read("s.heic")))
        try await Tool.run("cwebp", ["-quiet", "-q", "95", workshop.path("s.jpg"), "-o", workshop.path("s.webp")])
        samples.append(Case(what: "webp", bytes: try workshop.read("s.webp")))
        samples.append(Case(what: "pdf", bytes: PDFSample(pages: 1).bytes))
        try await Tool.run("img2dcm", ["-q", workshop.path("s.jpg"), workshop.path("s.dcm")])
        samples.append(Case(what: "dicom", bytes: try workshop.read("s.dcm")))
        return samples
    }

    @Test func `every sample is taken whole, and cut anywhere it is refused or clean`() async throws {
        let workshop = try Workshop()
        var cases: [Case] = []
        for sample in try await samples(workshop) {
            let whole = try await workshop.develop(sample.bytes)
            #expect(whole.refusal == nil, "\(sample.what)")
            let step = max(256, sample.bytes.count / 14)
            for cut in stride(from: step, to: sample.bytes.count - 8, by: step) {
                cases.append(Case(what: "\(sample.what) cut at \(cut)", bytes: Array(sample.bytes[..<cut])))
            }
        }
        for (hostile, made) in try await develop(cases, in: workshop) {
            expectCleanOrRefused(made, hostile.what)
            let isDocument = hostile.what.hasPrefix("pdf") || hostile.what.hasPrefix("dicom")
            if !isDocument, made.refusal == nil { Issue.record("\(hostile.what) is taken") }
        }
        #expect(cases.count > 60)
    }

    @Test func `two hundred and forty damaged files are refused or clean`() async throws {
        let workshop = try Workshop()
        var random = SeededGenerator(2026)
        var cases: [Case] = []
        for sample in try await samples(workshop) {
            for number in 0..<35 {
                var bytes = sample.bytes
                for _ in 0..<Int.random(in: 1...12, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
                }
                cases.append(Case(what: "\(sample.what) flipped, case \(number)", bytes: bytes))
            }
        }
        var refused = 0
        for (hostile, made) in try await develop(cases, in: workshop) {
            expectCleanOrRefused(made, hostile.what)
            refused += made.refusal == nil ? 0 : 1
        }
        #expect(cases.count == 245 && refused > 40 && refused < 240)
        #expect(!workshop.incidents.all.contains(.nonsense) && !workshop.incidents.all.contains(.notStarted))
    }

    @Test func `a file that is not what its name says is refused`() async throws {
        let workshop = try Workshop()
        let jpeg = try await workshop.draw("s.jpg", "-size", "64x48", "plasma:red-blue")
        let gif = try await workshop.draw("s.gif", "-size", "64x48", "plasma:red-blue")
        let bmp = try await workshop.draw("s.bmp", "-size", "64x48", "plasma:red-blue")
        try workshop.write("vbaProject.bin", Array("SECRET macro".utf8))
        try await Tool.run("zip", ["-q", "-j", workshop.path("a.docm"), workshop.path("vbaProject.bin")])
        let office = try workshop.read("a.docm")
        let cases = [
            Case(what: "svg", bytes: Array("<svg onload='alert(1)'/>".utf8), name: "a.jpg"),
            Case(what: "html", bytes: Array("<html><script>SECRET</script>".utf8), name: "a.txt"),
            Case(what: "xml", bytes: Array("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'c'>]>".utf8)),
            Case(what: "executable", bytes: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], name: "a.png"),
            Case(what: "windows", bytes: Array("MZ\u{90}\0".utf8), name: "a.pdf"),
            Case(what: "macro", bytes: office, name: "a.pdf"), Case(what: "macro", bytes: office, name: "a.docm"),
            Case(what: "gif with a script", bytes: gif + Array("<script>SECRET</script>".utf8), name: "a.gif"),
            Case(what: "gif as jpeg", bytes: gif, name: "a.jpg"), Case(what: "bmp", bytes: bmp, name: "a.bmp"),
            Case(what: "avif", bytes: [0, 0, 0, 0x18] + Array("ftypavif".utf8), name: "a.avif"),
            Case(what: "video", bytes: [0, 0, 0, 0x18] + Array("ftypisom".utf8), name: "a.mp4"),
            Case(what: "jpeg as png", bytes: jpeg, name: "a.png"),
            Case(what: "jpeg as exe", bytes: jpeg, name: "a.exe"),
            Case(what: "turned name", bytes: jpeg, name: "a\u{202E}gpj.exe"), Case(what: "empty", bytes: []),
            Case(what: "zeroes", bytes: [UInt8](repeating: 0, count: 4096)),
            Case(what: "php", bytes: Array("bonjour <?php system('id');".utf8), name: "a.txt"),
        ]
        for (hostile, made) in try await develop(cases, in: workshop) {
            #expect(made.refusal?.hasSuffix(".") == true, "\(hostile.what)")
            #expect(made.sections.isEmpty, "\(hostile.what)")
        }
    }

    @Test func `odd names change nothing`() async throws {
        let workshop = try Workshop()
        let jpeg = try await workshop.draw("s.jpg", "-size", "64x48", "plasma:red-blue")
        let names = [
            String(repeating: "é", count: 125) + ".jpg", "../../etc/passwd.jpg", "a\r\nX: y.jpg", "\u{202E}a.jpg", "",
            "; rm -rf /.jpg", "-o.jpg", "a\0.jpg", "/dev/stdin",
        ]
        for (hostile, made) in try await develop(
            names.map { Case(what: $0, bytes: jpeg, name: $0) }, in: workshop)
        {
            #expect(made.refusal == nil, "\(hostile.what)")
        }
    }

    @Test func `what hides behind a picture does not come through`() async throws {
        let workshop = try Workshop()
        let tail = Array("<html><script>SECRET</script>".utf8) + [0x50, 0x4B, 3, 4]
        for sample in try await samples(workshop) where !["pdf", "dicom"].contains(sample.what) {
            let made = try await workshop.develop(sample.bytes + tail)
            expectCleanOrRefused(made, sample.what)
        }
    }

    @Test func `bombs are refused before or while they go off`() async throws {
        let workshop = try Workshop()
        var jpeg = try await workshop.draw("s.jpg", "-size", "64x48", "plasma:red-blue")
        let frame = try #require(jpeg.firstRange(of: [0xFF, 0xC0])?.lowerBound)
        jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
        let recursive = PDFSample(
            pages: 1, page: "/Annots 5 0 R",
            more: ["<< /Type /Pages /Kids [2 0 R] /Parent 5 0 R /Count 9 /Contents 5 0 R >>"])
        let cases = [
            Case(what: "png", bytes: PNGBomb.bytes(65_500, 65_500)),
            Case(what: "flat png", bytes: PNGBomb.bytes(10_001, 10_000)),
            Case(what: "jpeg", bytes: jpeg),
        ]
        for (hostile, made) in try await develop(cases, in: workshop) {
            #expect(made.refusal?.hasPrefix("L’image est trop grande") == true, "\(hostile.what)")
        }
        expectCleanOrRefused(try await workshop.develop(recursive.bytes), "recursive")
        #expect(workshop.incidents.all.isEmpty)
    }
}
