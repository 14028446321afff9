import EssaimDomain

/// One batch as it left, and where each of its lines stands.
struct BatchModel: Sendable {
    struct Line: Sendable {
        /// « L12-3 ».
        var name: String
        var kind: String
        /// The line that it takes back or replaces.
        var origin: String
        var practitioner: String
        var patient: String
        var day: String
        var code: String
        var amount: String
        var state: String
        var isRejected = false
    }

    var id: String
    var title: String
    var establishment: String
    var maker: String
    var at: Instant
    var unit: String
    var lineCount: Int
    var lines: [Line]
    var next: SitePath?
    var first: SitePath?
}
