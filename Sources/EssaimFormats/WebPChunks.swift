/// What a WebP file says of itself before it is decoded (WebP Container Specification): how its pixels are coded.
public struct WebPChunks: Sendable, Equatable {
    public private(set) var isLossless = false
    public private(set) var isAnimated = false
    /// The EXIF block, if any.
    public private(set) var exif: ArraySlice<UInt8>?

    /// - Throws: `truncated` when a chunk passes the end of the file; `damaged` when there is no picture.
    public init(_ bytes: [UInt8]) throws(MediaFault) {
        func number(_ at: Int) -> Int { bytes[at..<at + 4].reversed().reduce(0) { $0 << 8 | Int($1) } }
        guard bytes.count >= 20 else { throw .truncated(.webp) }
        let end = 8 + number(4)
        guard end <= bytes.count else { throw .truncated(.webp) }
        var hasPicture = false
        var index = 12
        while index + 8 <= end {
            let data = index + 8..<index + 8 + number(index + 4)
            guard data.upperBound <= end else { throw .truncated(.webp) }
            switch String(decoding: bytes[index..<index + 4], as: UTF8.self) {
            case "VP8 ": hasPicture = true
            case "VP8L": (hasPicture, isLossless) = (true, true)
            case "ANIM", "ANMF": (hasPicture, isAnimated) = (true, true)
            case "EXIF": exif = exif ?? bytes[data]
            default: break
            }
            index = data.upperBound + data.count % 2
        }
        guard hasPicture else { throw .damaged(.webp, reason: "no picture") }
    }
}
