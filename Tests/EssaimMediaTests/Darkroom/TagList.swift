/// What exiftool sees in a file, as `Group:Name`, without what says where the file stands.
struct TagList {
    let tags: Set<String>

    init(_ workshop: Workshop, _ bytes: [UInt8], _ name: String) async throws {
        try workshop.write(name, bytes)
        let output = try await Tool.run("exiftool", ["-a", "-G1", "-s", "-e", workshop.path(name)])
        var tags = Set<String>()
        for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count > 1 else { continue }
            let group = words[0].dropFirst().dropLast()
            if group != "System", group != "ExifTool" { tags.insert("\(group):\(words[1])") }
        }
        self.tags = tags
    }

    /// The structure of a JPEG: how its pixels are coded, and the density that JFIF must state. Written by hand.
    static let structureOfJPEG: Set<String> = [
        "File:FileType", "File:FileTypeExtension", "File:MIMEType", "File:ImageWidth", "File:ImageHeight",
        "File:EncodingProcess", "File:BitsPerSample", "File:ColorComponents", "File:YCbCrSubSampling",
        "JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution",
    ]

    var isStructureOfJPEG: Bool { tags.isSubset(of: Self.structureOfJPEG) }
    /// And a colour profile.
    var isStructureOfJPEGWithProfile: Bool {
        tags.allSatisfy { Self.structureOfJPEG.contains($0) || $0.hasPrefix("ICC") }
    }
}
