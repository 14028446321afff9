import Fuzzing

@testable import TransparencyLog

/// A path has one address; bytes that are tiles, edges or bundles are written as they were read.
struct TileCheck {
    private let level: Int
    private let width: Int
    private let number: Int
    private let bytes: [UInt8]

    init(_ reader: inout InputReader) {
        level = Int(reader.byte())
        width = 1 + Int(reader.byte())
        number = reader.bytes(8).reduce(0) { ($0 << 8 | Int($1)) & .max }
        bytes = reader.remainder()
    }

    func check() {
        let kind: TilePath.Kind = level & 0x80 == 0 ? .hashes(level: level & 63) : .entries
        let path = TilePath(kind, number: number, width: width)
        require(TilePath(path.text) == path, "a path that its own text does not give")
        require(path.text.utf8.count <= 64 && path.text.hasPrefix("tile/"), "no such path")
        for wrong in [
            "\(path.text)/", "/\(path.text)", path.text.replacing("tile/", with: "tile/0"), path.text + ".p/256",
        ] {
            require(TilePath(wrong) == nil, "another address of a tile")
        }
        let size = number & 0x3FFF
        let all = TilePath.all(ofSize: size)
        require(Set(all).count == all.count && all.allSatisfy { TilePath($0.text) == $0 }, "a tile given twice")
        require(all.filter { $0.kind == .entries }.reduce(0) { $0 + $1.width } == size, "entries too many or too few")
        spelled()
    }

    private func spelled() {
        if let entries = EntryBundle.entries(bytes) {
            require(EntryBundle.bytes(entries) == bytes, "a bundle written otherwise")
        }
        if let hashes = MerkleHash.list(from: bytes) {
            require(
                MerkleHash.bytes(of: hashes) == bytes && hashes.count * 32 == bytes.count, "hashes written otherwise")
            require(hashes.allSatisfy { MerkleHash(base64: $0.base64) == $0 }, "a hash that its own text does not give")
        }
        guard let edge = TreeEdge(size: number & (TreeSize.largest - 1), bytes: bytes) else { return }
        require(edge.bytes == bytes && edge.root.bytes.count == 32, "an edge written otherwise")
    }

    static var seeds: [[UInt8]] {
        [
            [0, 255, 0, 0, 0, 0, 0, 18, 210, 67], [63, 0, 127, 255, 255, 255, 255, 255, 255, 255],
            [128, 9, 0, 0, 0, 0, 0, 0, 3, 232],
            [1, 4, 0, 0, 0, 0, 0, 0, 0, 2] + [UInt8](repeating: 5, count: 64),
            [2, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 65, 66, 0, 0, 0, 1, 67],
            [0, 0, 0, 0, 0, 0, 0, 0, 1, 1] + [UInt8](repeating: 6, count: 64),
        ]
    }
}
