/// A part of a page in points, from its top left corner.
struct Box: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func widened(by distance: Double) -> Box {
        Box(left: left - distance, top: top - distance, right: right + distance, bottom: bottom + distance)
    }
}
