import EssaimDomain
import EssaimWorkflow
import Testing

/// Twelve megapixels as telephones send them, with everything that telephones write beside the picture.
@Suite struct `Developing a photograph` {
    private func tagged(_ workshop: Workshop, _ name: String) async throws -> [UInt8] {
        try await Tool.run(
            "exiftool",
            [
                "-q", "-overwrite_original", "-GPSLatitude=48.39", "-GPSLatitudeRef=N", "-Make=SECRET-MAKER",
                "-DateTimeOriginal=2026:03:14 09:05:00", "-OffsetTimeOriginal=+01:00", "-XMP:City=SECRET-CITY",
                "-Comment=SECRET-COMMENT", workshop.path(name),
            ])
        return try workshop.read(name)
    }

    @Test func `a JPEG of twelve megapixels loses its tags and keeps its pixels`() async throws {
        let workshop = try Workshop()
        _ = try await workshop.draw("a.jpg", "-size", "4032x3024", "plasma:red-blue", "-quality", "90")
        let sent = try await tagged(workshop, "a.jpg")
        let made = try await workshop.develop(sent, named: "IMG_1.JPG")
        #expect(made.refusal == nil)
        #expect(
            made.file
                == DevelopedFile(
                    mediaType: "image/jpeg", width: 4032, height: 3024, pages: 1,
                    capturedAt: "2026-03-14T09:05:00+01:00"))
        #expect(made.sections.map(\.role) == [.thumbnail, .screen, .full])
        #expect(made.sections.map(\.width) == [400, 1600, 4032])
        #expect(made.sections.map(\.height) == [300, 1200, 3024])
        for section in made.sections {
            #expect(section.bytes.firstRange(of: Array("SECRET".utf8)) == nil)
            #expect(try await TagList(workshop, section.bytes, "made.jpg").isStructureOfJPEG)
        }
        #expect(made.sections[0].bytes.count < 40_000)
    }

    @Test func `a HEIC of twelve megapixels becomes a JPEG without tags`() async throws {
        let workshop = try Workshop()
        _ = try await workshop.draw("a.jpg", "-size", "4032x3024", "plasma:red-blue", "-quality", "90")
        _ = try await tagged(workshop, "a.jpg")
        try await Tool.run("heif-enc", ["-q", "60", workshop.path("a.jpg"), "-o", workshop.path("a.heic")])
        let made = try await workshop.develop(try workshop.read("a.heic"), named: "IMG_1.HEIC")
        #expect(made.refusal == nil)
        #expect(made.file?.mediaType == "image/jpeg")
        #expect(made.file?.capturedAt == "2026-03-14T09:05:00+01:00")
        #expect(made.sections.map(\.width) == [400, 1600, 4032])
        for section in made.sections {
            let tags = try await TagList(workshop, section.bytes, "made.jpg")
            #expect(tags.isStructureOfJPEG, "\(tags.tags.subtracting(TagList.structureOfJPEG))")
        }
    }
}
