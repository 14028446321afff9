import CZlib

/// The `FlateDecode` filter of PDF: zlib at its ordinary level, the same bytes for the same input.
enum Deflate {
    static func compress(_ bytes: [UInt8]) throws(DocumentError) -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        let status = packed.withUnsafeMutableBufferPointer { target in
            compress2(target.baseAddress, &length, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
        }
        guard status == Z_OK else { throw .compression(status) }
        packed.removeLast(packed.count - Int(length))
        return packed
    }
}
