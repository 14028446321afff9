extension ZipWriter {
    /// A file to be put into an archive.
    public struct File: Sendable, Equatable {
        /// As wanted, with its ending.
        public var name: String
        public var modified: ZipMoment

        public init(name: String, modified: ZipMoment) {
            self.name = name
            self.modified = modified
        }

        /// « 01 Centrée.jpg »: numbered from 1, with as many figures as the last one needs and at least two, so that every
        /// system shows the files in their order.
        public static func numbered(_ number: Int, of count: Int, _ name: String) -> String {
            let figures = String(number)
            let width = max(2, String(count).count)
            return String(repeating: "0", count: max(0, width - figures.count)) + figures + " " + name
        }
    }

    /// Writes a whole archive to a sink, in order.
    ///
    /// - Parameters:
    ///   - bytes: of a file by its index; asked for once, after all that stands before it was passed on.
    ///   - sink: takes the next bytes. Pieces are of any size, up to that of one file.
    /// - Returns: the names that the files bear.
    /// - Throws: what `bytes` or `sink` throws; what was passed on by then is no archive.
    @discardableResult
    public static func write<Failure: Error>(
        _ files: [File], bytes: (Int) throws(Failure) -> [UInt8], to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> [String] {
        var writer = ZipWriter()
        var names: [String] = []
        for (index, file) in files.enumerated() {
            names.append(writer.add(file.name, try bytes(index), modified: file.modified))
            for piece in writer.take() { try sink(piece) }
        }
        writer.finish()
        for piece in writer.take() { try sink(piece) }
        return names
    }
}
