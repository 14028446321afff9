import Foundation

/// An sRGB profile of our own (IEC 61966-2-1 as an ICC 2.1 matrix profile for a display): what "red" means in our documents
/// for the next twenty years. PDF/A asks for one (ISO 19005-1, 6.2.2).
enum ColourProfile {
    /// The profile; the same for every document, made once.
    static let sRGB: [UInt8] = make()

    private static func make() -> [UInt8] {
        let curve = tone()
        let parts: [(tags: [String], bytes: [UInt8])] = [
            (["desc"], description("sRGB")),
            (["cprt"], element("text", Array("CC0\0".utf8))),
            (["wtpt"], point(0.9642, 1, 0.8249)),
            (["rXYZ"], point(0.43607, 0.22249, 0.01392)),
            (["gXYZ"], point(0.38515, 0.71687, 0.09708)),
            (["bXYZ"], point(0.14307, 0.06061, 0.7141)),
            (["rTRC", "gTRC", "bTRC"], curve),
        ]
        let count = parts.reduce(0) { $0 + $1.tags.count }
        let start = 128 + 4 + 12 * count
        var directory: [UInt8] = []
        var body: [UInt8] = []
        directory.append(u32: count)
        for part in parts {
            for tag in part.tags {
                directory += Array(tag.utf8)
                directory.append(u32: start + body.count)
                directory.append(u32: part.bytes.count)
            }
            body += part.bytes
            body.padToFour()
        }
        return header(size: start + body.count) + directory + body
    }

    private static func header(size: Int) -> [UInt8] {
        var header: [UInt8] = []
        header.append(u32: size)
        header.append(u32: 0)
        header.append(u32: 0x0210_0000)
        header += Array("mntrRGB XYZ ".utf8)
        for number in [2026, 1, 1, 0, 0, 0] { header.append(u16: number) }
        header += Array("acsp".utf8)
        header += [UInt8](repeating: 0, count: 28)
        // The light of the profile connection space, D50.
        for coordinate in [0.9642, 1, 0.8249] { header.append(u32: fixed(coordinate)) }
        return header + [UInt8](repeating: 0, count: 128 - header.count)
    }

    private static func element(_ type: String, _ content: [UInt8]) -> [UInt8] {
        Array(type.utf8) + [0, 0, 0, 0] + content
    }

    private static func description(_ name: String) -> [UInt8] {
        var content: [UInt8] = []
        content.append(u32: name.utf8.count + 1)
        content += Array(name.utf8) + [0]
        // No Unicode and no Macintosh spelling of the name.
        return element("desc", content + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67))
    }

    private static func point(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        var content: [UInt8] = []
        for coordinate in [x, y, z] { content.append(u32: fixed(coordinate)) }
        return element("XYZ ", content)
    }

    /// The transfer curve of sRGB in 1,024 steps.
    private static func tone() -> [UInt8] {
        var content: [UInt8] = []
        content.append(u32: 1024)
        for step in 0..<1024 {
            let signal = Double(step) / 1023
            let light = signal <= 0.04045 ? signal / 12.92 : pow((signal + 0.055) / 1.055, 2.4)
            content.append(u16: Int((light * 65535).rounded()))
        }
        return element("curv", content)
    }

    /// A number with sixteen bits after the point.
    private static func fixed(_ value: Double) -> Int { Int((value * 65536).rounded()) }
}
