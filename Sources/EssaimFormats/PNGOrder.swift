/// The order in which chunks may stand (PNG third edition, §5.6), for those we keep.
enum PNGOrder {
    /// What is needed to show the image. Everything else is dropped: texts, times, EXIF, animation, private chunks.
    static let kept: Set<String> = [
        "IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "IDAT", "IEND",
    ]

    static func check(_ chunks: [PNGChunks.Chunk], colourType: UInt8) throws(MediaFault) {
        var seen = Set<String>()
        var pixels = 0
        for (index, chunk) in chunks.enumerated() {
            let isCritical = chunk.type.utf8.first.map { $0 & 0x20 == 0 } ?? false
            guard !isCritical || kept.contains(chunk.type) else {
                throw .damaged(.png, reason: "unknown critical chunk")
            }
            guard kept.contains(chunk.type) else { continue }
            if chunk.type == "IDAT" {
                guard pixels == 0 || chunks[index - 1].type == "IDAT" else {
                    throw .damaged(.png, reason: "pixel chunks apart")
                }
                pixels += chunk.data.count
            } else {
                guard !seen.contains(chunk.type) else { throw .damaged(.png, reason: "chunk repeated") }
            }
            seen.insert(chunk.type)
            try checkPlace(chunk, after: seen, colourType)
        }
        guard pixels > 0 else { throw .damaged(.png, reason: "no pixels") }
        guard colourType != 3 || seen.contains("PLTE") else { throw .damaged(.png, reason: "no palette") }
    }

    private static func checkPlace(
        _ chunk: PNGChunks.Chunk, after seen: Set<String>, _ colourType: UInt8
    ) throws(MediaFault) {
        switch chunk.type {
        case "gAMA", "cHRM", "sRGB", "iCCP", "sBIT":
            guard !seen.contains("PLTE"), !seen.contains("IDAT") else { throw .damaged(.png, reason: "chunk too late") }
        case "PLTE":
            guard !seen.contains("IDAT"), !seen.contains("tRNS") else {
                throw .damaged(.png, reason: "palette too late")
            }
            guard (3...768).contains(chunk.data.count), chunk.data.count % 3 == 0, colourType != 0, colourType != 4
            else {
                throw .damaged(.png, reason: "no such palette")
            }
        case "tRNS", "pHYs":
            guard !seen.contains("IDAT") else { throw .damaged(.png, reason: "chunk too late") }
        case "IEND":
            guard chunk.data.isEmpty else { throw .damaged(.png, reason: "end with data") }
        default:
            break
        }
    }
}
