import Crypto
import EssaimWorkflow
import Glibc

/// Seals and opens the chunks of one file: its key, and the name that it stands under.
struct ChunkSeal: Sendable {
    let key: FileKey
    let name: String

    /// A chunk as it stands in the file: nonce, cipher text, tag.
    /// - Throws: `EINVAL` for a key that is not one of AES; nothing else can fail.
    func seal(_ plain: ArraySlice<UInt8>, index: Int, isLast: Bool) throws(FileError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plain, using: key.key, authenticating: bound(index, isLast))
            var sealed: [UInt8] = []
            sealed.reserveCapacity(SealedFormat.sealedChunk)
            sealed.append(contentsOf: box.nonce)
            sealed.append(contentsOf: box.ciphertext)
            sealed.append(contentsOf: box.tag)
            return sealed
        } catch {
            throw FileError(.write, EINVAL)
        }
    }

    /// - Throws: `.unreadable` unless these bytes were sealed with this key, for this place of this file.
    func open(_ sealed: ArraySlice<UInt8>, index: Int, isLast: Bool) throws(VaultFault) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: sealed.prefix(SealedFormat.nonce)),
                ciphertext: sealed.dropFirst(SealedFormat.nonce).dropLast(SealedFormat.tag),
                tag: sealed.suffix(SealedFormat.tag))
            return Array(try AES.GCM.open(box, using: key.key, authenticating: bound(index, isLast)))
        } catch {
            throw .unreadable
        }
    }

    private func bound(_ index: Int, _ isLast: Bool) -> [UInt8] {
        [isLast ? 1 : 0] + withUnsafeBytes(of: UInt64(index).bigEndian) { Array($0) }
            + Array("essaim sealed file 1 ".utf8) + Array(name.utf8)
    }
}
