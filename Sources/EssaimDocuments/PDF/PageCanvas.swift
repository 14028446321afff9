/// A colour of sRGB, spelled as on the web.
struct Colour: Equatable {
    let red: Int
    let green: Int
    let blue: Int

    init(_ hexadecimal: Int) {
        red = hexadecimal >> 16 & 0xFF
        green = hexadecimal >> 8 & 0xFF
        blue = hexadecimal & 0xFF
    }
}

/// What is drawn on one page (ISO 32000-1, 8 and 9). Points; the origin is the **top** left corner, as one reads.
struct PageCanvas {
    let height: Double
    private(set) var content: [UInt8] = []
    /// Those drawn here, in order.
    private(set) var images: [PDFImage] = []
    private var colour: Colour?

    init(height: Double) { self.height = height }

    /// A line of text whose baseline begins at (x, y), its characters already coded by the subset of `face`.
    mutating func text(_ codes: [Int], face: Face, size: Double, x: Double, y: Double, colour: Colour) {
        fill(colour)
        write("BT/\(face.resource) \(Self.number(size)) Tf \(Self.number(x)) \(Self.number(height - y)) Td<")
        write(codes.map(Hexadecimal.word).joined())
        write(">Tj ET\n")
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, colour: Colour) {
        fill(colour)
        let corner = [x, self.height - y - height, width, height].map(Self.number)
        write(corner.joined(separator: " ") + " re f\n")
    }

    /// Cells of a grid whose top left corner is (x, y), each as wide as told and one high, counted in cells of `size` points.
    ///
    /// They are written in whole numbers under one transformation and filled as one path: neighbours share their edge to
    /// the bit, and no renderer lets the paper shine through between them.
    mutating func cells(
        _ cells: [(column: Int, row: Int, width: Int)], of size: Double, x: Double, y: Double, colour: Colour
    ) {
        fill(colour)
        let scale = Self.number(size, decimals: 100_000)
        write("q \(scale) 0 0 -\(scale) \(Self.number(x)) \(Self.number(height - y)) cm\n")
        for cell in cells { write("\(cell.column) \(cell.row) \(cell.width) 1 re\n") }
        write("f Q\n")
    }

    /// An image upright in a rectangle whose top left corner is (x, y).
    mutating func image(_ image: PDFImage, x: Double, y: Double, width: Double, height: Double) {
        if !images.contains(image) { images.append(image) }
        let matrix = image.orientation.matrix(
            x: x, y: self.height - y - height, width: width, height: height)
        write("q " + matrix.map(Self.number).joined(separator: " ") + " cm/\(image.resource) Do Q\n")
    }

    private mutating func fill(_ colour: Colour) {
        guard colour != self.colour else { return }
        self.colour = colour
        let parts = [colour.red, colour.green, colour.blue].map { Self.number(Double($0) / 255, decimals: 1000) }
        write(parts.joined(separator: " ") + " rg\n")
    }

    private mutating func write(_ operators: String) { content += Array(operators.utf8) }

    /// A number without exponent, rounded to a hundredth (or as told), no useless zeros.
    private static func number(_ value: Double) -> String { number(value, decimals: 100) }

    private static func number(_ value: Double, decimals: Int) -> String {
        let scaled = Int((value * Double(decimals)).rounded())
        let whole = abs(scaled) / decimals
        var fraction = String(abs(scaled) % decimals + decimals).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return (scaled < 0 ? "-" : "") + "\(whole)" + (fraction.isEmpty ? "" : "." + fraction)
    }
}
