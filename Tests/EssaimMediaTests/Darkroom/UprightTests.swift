import EssaimDomain
import EssaimFormats
import EssaimMedia
import EssaimWorkflow
import Testing

/// The eight ways to hold a camera: what comes out is upright for whoever reads no tag.
@Suite struct `A photograph is upright` {
    /// Red above left, green above right, blue below left, white below right, once upright.
    private static let turns: [(String, [String])] = [
        ("1", []), ("2", ["-flop"]), ("3", ["-rotate", "180"]), ("4", ["-flip"]), ("5", ["-transpose"]),
        ("6", ["-rotate", "270"]), ("7", ["-transverse"]), ("8", ["-rotate", "90"]),
    ]

    private func corners(_ workshop: Workshop, _ bytes: [UInt8]) async throws -> String {
        try workshop.write("corners", bytes)
        let small = try await Tool.run(
            "convert", [workshop.path("corners"), "-resize", "2x2!", "-depth", "8", "rgb:-"])
        return stride(from: 0, to: small.count, by: 3).map { index in
            switch (small[index] > 127, small[index + 1] > 127, small[index + 2] > 127) {
            case (true, false, false): "R"
            case (false, true, false): "G"
            case (false, false, true): "B"
            case (true, true, true): "W"
            default: "?"
            }
        }.joined()
    }

    @Test(arguments: 0..<8, ["jpg", "webp", "tiff"])
    func `however the camera was held`(_ turn: Int, _ ending: String) async throws {
        let workshop = try Workshop()
        let (orientation, drawing) = Self.turns[turn]
        // Sizes that are a multiple of a block are turned without loss; 150 is none.
        for size in ending == "jpg" ? ["96x64", "75x50"] : ["75x50"] {
            let half = size == "96x64" ? ("96x64", "192x128") : ("75x50", "150x100")
            try await Tool.run(
                "convert",
                [
                    "(", "-size", half.0, "xc:red", "xc:lime", "+append", ")", "(", "-size", half.0, "xc:blue",
                    "xc:white", "+append", ")", "-append",
                ] + drawing + ["-quality", "95", workshop.path("a.\(ending)")])
            try await Tool.run(
                "exiftool",
                ["-q", "-n", "-overwrite_original", "-Orientation=\(orientation)", workshop.path("a.\(ending)")])
            let made = try await workshop.develop(try workshop.read("a.\(ending)"))
            #expect(made.refusal == nil)
            #expect("\(made.file?.width ?? 0)x\(made.file?.height ?? 0)" == half.1)
            for section in made.sections { #expect(try await corners(workshop, section.bytes) == "RGBW") }
        }
    }

    @Test func `a colour profile stays in the file and is applied to what is shown`() async throws {
        let workshop = try Workshop()
        let profile = "/usr/share/color/icc/ghostscript/srgb.icc"
        let sent = try await workshop.draw("a.jpg", "-size", "640x480", "plasma:red-blue", "-profile", profile)
        let made = try await workshop.develop(sent)
        let full = try #require(made.only(.full)).bytes
        let screen = try #require(made.only(.screen)).bytes
        #expect(full.firstRange(of: Array("ICC_PROFILE".utf8)) != nil)
        #expect(screen.firstRange(of: Array("ICC_PROFILE".utf8)) == nil)
        #expect(try await TagList(workshop, full, "full.jpg").isStructureOfJPEGWithProfile)
    }

    @Test func `for paper a photograph has two thousand pixels at most`() async throws {
        let workshop = try Workshop()
        let sent = try await workshop.draw("a.png", "-size", "2500x1250", "plasma:red-blue")
        let made = try await workshop.darkroom.print(ByteStream(sent), byteCount: sent.count).get()
        let header = try ImageSniffer.inspect(made, filename: "a.jpg")
        #expect(header.width == 2000 && header.height == 1000)
        let text = try await workshop.darkroom.print(ByteStream(Array("bonjour".utf8)), byteCount: 7)
        #expect(throws: FileRefusal.self) { try text.get() }
    }
}
