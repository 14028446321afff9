/// Why a document could not be made. None of these depends on what a reader's text says, only on how much there is of it, on
/// a receipt's code or on the build; a message never holds patient data.
public enum DocumentError: Error, Equatable, Sendable {
    /// More pages than a document may have (`PDFDocument.pageLimit`).
    case tooManyPages(Int)
    /// More bytes than a file of version 1.4 can count (`PDFObjects.byteLimit`).
    case tooManyBytes(Int)
    /// The file was to be ended before each image of the dossier was given, or more were given; this many were.
    case images(Int, of: Int)
    /// zlib refused, with its code.
    case compression(Int32)
    /// The face built into the program lacks this TrueType table.
    case fontTable(String)
    /// The receipt cannot be printed as it is.
    case receipt(ConsultationReport.Receipt.Fault)
}
