import Testing
import TransparencyLog

/// The eight leaves of Certificate Transparency's reference tests, their roots and proofs.
@Suite struct KnownAnswerTests {
    static let entries: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6F),
    ]
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test func `the roots of the first eight leaves are the published ones`() throws {
        var edge = TreeEdge()
        #expect(try edge.root == hash(Self.roots[0]))
        for (entry, root) in zip(Self.entries, Self.roots.dropFirst()) {
            #expect(edge.append(.leaf(entry)).isEmpty)
            #expect(try edge.root == hash(root))
        }
    }

    @Test func `the hash of an entry does not depend on how the entry is stored`() throws {
        let published = try hash("46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1")
        #expect(MerkleHash.leaf(0x60...0x6F as ClosedRange<UInt8>) == published)
        #expect(MerkleHash.leaf(Self.entries[7][...]) == published)
        #expect(MerkleHash.leaf(Self.entries[7]) == published)
    }

    @Test(
        arguments: [
            (0, 1, []),
            (
                1, 5,
                [
                    roots[1], "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ]
            ),
            (2, 3, [roots[2]]),
            (
                0, 8,
                [
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ]
            ),
            (
                5, 8,
                [
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", roots[4],
                ]
            ),
        ] as [(Int, Int, [String])])
    func `the published proofs of inclusion are what is made and what holds`(
        index: Int, size: Int, proof: [String]
    ) throws {
        let proof = try proof.map(hash)
        let log = LogFolder(entries: Array(Self.entries.prefix(size)))
        var reader = TreeReader(size: size, source: log)
        #expect(try reader.inclusionProof(of: index) == proof)
        let root = try hash(Self.roots[size])
        #expect(MerkleProof.includes(.leaf(Self.entries[index]), at: index, in: size, root: root, proof: proof))
    }

    @Test(
        arguments: [
            (1, 1, []),
            (
                1, 8,
                [
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ]
            ),
            (
                6, 8,
                [
                    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", roots[4],
                ]
            ),
            (
                2, 5,
                [
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ]
            ),
        ] as [(Int, Int, [String])])
    func `the published proofs of consistency are what is made and what holds`(
        old: Int, size: Int, proof: [String]
    ) throws {
        let proof = try proof.map(hash)
        var reader = TreeReader(size: size, source: LogFolder(entries: Array(Self.entries.prefix(size))))
        #expect(try reader.consistencyProof(from: old) == proof)
        #expect(
            try MerkleProof.extends(hash(Self.roots[old]), of: old, to: hash(Self.roots[size]), of: size, proof: proof))
    }

    private func hash(_ hex: String) throws -> MerkleHash {
        let digits = Array(hex)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        return try #require(MerkleHash(bytes))
    }
}
