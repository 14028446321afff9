extension Dossier {
    /// Writes the whole document to a sink, in order.
    ///
    /// - Parameters:
    ///   - jpeg: the file of a picture by its index; asked for once, after all that stands before it was passed on.
    ///   - sink: takes the next bytes. Pieces are of any size, up to that of one image.
    /// - Returns: the images that the document could not hold.
    /// - Throws: `DocumentError`, or what `jpeg` or `sink` throws; what was passed on by then is no document.
    @discardableResult
    public func write(jpeg: (Int) throws -> [UInt8], to sink: ([UInt8]) throws -> Void) throws -> [Refusal] {
        var writer = try DossierWriter(self)
        for index in pictures.indices {
            try writer.add(try jpeg(index))
            for piece in writer.take() { try sink(piece) }
        }
        try writer.finish()
        for piece in writer.take() { try sink(piece) }
        return writer.refusals
    }
}
