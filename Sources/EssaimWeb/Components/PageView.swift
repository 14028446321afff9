/// A page: a model and what surrounds it, rendered to bytes.
protocol PageView: Sendable {
    associatedtype Model: Sendable
    init(_ model: Model, in frame: PageFrame)
    /// The whole document, UTF-8.
    func rendered() -> [UInt8]
}
