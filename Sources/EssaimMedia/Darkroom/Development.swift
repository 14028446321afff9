import EssaimFormats
import EssaimWorkflow

/// Puts what the process writes through the reader and the check, one piece at a time.
actor Development {
    private var reader = DarkroomFrameReader()
    private var check: DevelopmentCheck

    init(_ kind: ContentKind, isForPrint: Bool) { check = DevelopmentCheck(kind, isForPrint: isForPrint) }

    /// What may be handed on.
    func take(_ bytes: [UInt8]) throws(DarkroomFrameReader.Nonsense) -> [DevelopedPiece] {
        var pieces: [DevelopedPiece] = []
        for frame in try reader.take(bytes) { pieces += try check.take(frame) }
        return pieces
    }

    /// nil when the last word was not said.
    var outcome: Result<DevelopedFile, FileRefusal>? { reader.isAtEdge ? check.outcome : nil }
}
