/// A TIFF structure with a main directory, an EXIF directory and a GPS directory, as in APP1.
struct TIFFSample {
    enum Field {
        case short(UInt16, UInt16)
        case text(UInt16, String)
        /// 0x8769 points to `exif`, 0x8825 to `gps`.
        case directory(UInt16)
    }

    var bigEndian = true
    var main: [Field] = []
    var exif: [Field] = []
    var gps: [Field] = []

    var bytes: [UInt8] {
        let mainSize = 2 + 12 * main.count + 4
        let exifAt = 8 + mainSize
        let gpsAt = exifAt + 2 + 12 * exif.count + 4
        var heapAt = gpsAt + 2 + 12 * gps.count + 4
        var heap: [UInt8] = []
        var out: [UInt8] = bigEndian ? [0x4D, 0x4D] : [0x49, 0x49]
        out += number(0x2A, 2) + number(8, 4)
        for fields in [main, exif, gps] {
            out += number(fields.count, 2)
            for field in fields {
                switch field {
                case .short(let tag, let value):
                    out += number(Int(tag), 2) + number(3, 2) + number(1, 4) + number(Int(value), 2) + [0, 0]
                case .directory(let tag):
                    out += number(Int(tag), 2) + number(4, 2) + number(1, 4) + number(tag == 0x8769 ? exifAt : gpsAt, 4)
                case .text(let tag, let text):
                    let bytes = Array(text.utf8) + [0]
                    out += number(Int(tag), 2) + number(2, 2) + number(bytes.count, 4)
                    if bytes.count <= 4 {
                        out += bytes + [UInt8](repeating: 0, count: 4 - bytes.count)
                    } else {
                        out += number(heapAt, 4)
                        heap += bytes
                        heapAt += bytes.count
                    }
                }
            }
            out += [0, 0, 0, 0]
        }
        return out + heap
    }

    private func number(_ value: Int, _ width: Int) -> [UInt8] {
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return bigEndian ? bytes.reversed() : bytes
    }
}
