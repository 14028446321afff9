/// A picture on paper: what it is above it, what it is not for underneath.
struct PictureFrame {
    private let above: [Strip]
    /// Under a picture that is there, not under the words for one that is not.
    private let below: [Strip]
    private static let white = 5.0

    /// - Parameter place: « image 2/6 ».
    init(_ picture: Dossier.Picture, place: String, _ typesetter: inout Typesetter) {
        let right = 90.0
        let label = picture.label.isBlank ? picture.name : picture.label
        let page = picture.page.map { "page \($0.number)/\($0.count)" } ?? ""
        let facts = [picture.label.isBlank ? "" : picture.name, page, picture.taken].joined(of: " · ")
        // Both hold at two lines: the name stands in full in the table of files.
        above =
            typesetter.running([
                .init(label.isBlank ? "Image" : label, .strong, width: Paper.column - right - 10),
                .init(place, .running, x: Paper.column - right, width: right, endsRight: true),
            ]) + typesetter.running([.init(facts, .detail)])
        below = typesetter.running([.init("Image non destinée au diagnostic primaire", .running)])
    }

    /// All that is not the picture itself.
    func caption(isShown: Bool) -> Double {
        Self.height(above) + Self.white + (isShown ? Self.white + Self.height(below) : 0)
    }

    /// Everything, one strip under the other.
    func strips(_ content: Strip, isShown: Bool) -> [Strip] {
        let white = Strip(height: Self.white)
        return above + [white, content] + (isShown ? [white] + below : [])
    }

    /// The picture on a hairline, so that a page of white paper has an edge.
    static func content(_ image: PDFImage, width: Double, height: Double) -> Strip {
        let edge = 0.5
        return Strip(
            height: height,
            marks: [
                .fill(Ink.line, x: -edge, y: -edge, width: width + 2 * edge, height: height + 2 * edge),
                .image(image, x: 0, y: 0, width: width, height: height),
            ])
    }

    /// Words where a picture cannot be.
    static func content(_ fault: JPEGFault, _ typesetter: inout Typesetter) -> Strip {
        let inset = 12.0
        let lines = typesetter.strips([
            .init(
                "Cette image ne peut pas être reproduite ici (\(fault.words)). Le fichier reste dans la demande.",
                .body, x: inset, width: Paper.column - 2 * inset)
        ])
        var strip = Strip(height: height(lines) + 2 * inset)
        strip.marks.append(.fill(Ink.warning, x: 0, y: 0, width: 2.4, height: strip.height))
        var y = inset
        for line in lines {
            strip.marks += line.marks.map { $0.lowered(by: y) }
            y += line.height
        }
        return strip
    }

    private static func height(_ strips: [Strip]) -> Double { strips.reduce(0) { $0 + $1.space + $1.height } }
}
