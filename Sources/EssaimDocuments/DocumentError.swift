/// Why a document could not be made. None of these depends on what a text says, only on how much there is of it or on the
/// build; a message never holds patient data.
public enum DocumentError: Error, Equatable, Sendable {
    /// More pages than a document may have (`PDFDocument.pageLimit`).
    case tooManyPages(Int)
    /// zlib refused, with its code.
    case compression(Int32)
    /// The face built into the program lacks this TrueType table.
    case fontTable(String)
}
