import Crypto
import EssaimMedia
import EssaimWorkflow
import Foundation
import Testing

@Suite struct `Master keys` {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/cles"
    }

    @Test func `a folder made once opens again, and opens what it sealed`() throws {
        let made = try MasterKeyFolder.create(path)
        let key = FileKey()
        let sealed = try made.sealing(key, for: "demand d-1")
        #expect(sealed.master == made.current && made.known == [made.current])
        let again = try MasterKeyFolder(opening: path)
        #expect(again.current == made.current && again.known == made.known)
        #expect(try again.opening(sealed.sealed, by: sealed.master, for: "demand d-1").key == key.key)
        #expect(throws: VaultFault.unreadable) {
            try again.opening(sealed.sealed, by: sealed.master, for: "demand d-2")
        }
        #expect(throws: VaultFault.unreadable) {
            try again.opening(sealed.sealed, by: "0123456789abcdef", for: "demand d-1")
        }
        let other = try MasterKeyFolder.create(folder.path + "/autres")
        #expect(throws: VaultFault.unreadable) {
            try other.opening(sealed.sealed, by: other.current, for: "demand d-1")
        }
    }

    @Test func `the files are as written in the manual`() throws {
        let made = try MasterKeyFolder.create(path)
        #expect(folder.files == ["cles/\(made.current).key", "cles/current"].sorted())
        for file in folder.files { #expect(try folder.permissions(of: file) == 0o600) }
        #expect(try folder.permissions(of: "cles") == 0o700)
        let text = try String(contentsOfFile: "\(path)/\(made.current).key", encoding: .utf8)
        #expect(text.hasPrefix("essaim-master-key-1 ") && text.hasSuffix("\n") && text.utf8.count == 65)
        let key = try #require(Data(base64Encoded: String(text.dropFirst(20).dropLast())))
        #expect(key.count == 32)
        let digest = SHA256.hash(data: Data("essaim master key".utf8) + key)
        #expect(made.current == digest.prefix(8).map { String(format: "%02x", $0) }.joined())
        #expect(try String(contentsOfFile: "\(path)/current", encoding: .utf8) == made.current + "\n")
    }

    @Test func `keys are made once`() throws {
        let made = try MasterKeyFolder.create(path)
        #expect(throws: MasterKeyFault.present(folder: path)) { try MasterKeyFolder.create(path) }
        #expect(try MasterKeyFolder(opening: path).current == made.current)
    }

    @Test func `no folder, or no key in it, is missing`() throws {
        #expect(throws: MasterKeyFault.missing(folder: path)) { try MasterKeyFolder(opening: path) }
        try folder.write("", to: "cles/lisez-moi")
        #expect(chmod(path, 0o700) == 0)
        #expect(throws: MasterKeyFault.missing(folder: path)) { try MasterKeyFolder(opening: path) }
        #expect(try MasterKeyFolder.create(path).known.count == 1)
        #expect(MasterKeyFault.missing(folder: "/etc/cles").message.contains("«\u{A0}/etc/cles\u{A0}»"))
    }

    @Test(arguments: [0o701, 0o710, 0o704, 0o720, 0o755, 0o777] as [mode_t])
    func `a folder that others may enter is refused`(_ mode: mode_t) throws {
        _ = try MasterKeyFolder.create(path)
        #expect(chmod(path, mode) == 0)
        #expect(throws: MasterKeyFault.openToOthers(path: path, mode: "700")) { try MasterKeyFolder(opening: path) }
        #expect(throws: MasterKeyFault.openToOthers(path: path, mode: "700")) { try MasterKeyFolder.create(path) }
    }

    @Test(arguments: [0o601, 0o610, 0o604, 0o640, 0o644, 0o620, 0o666] as [mode_t])
    func `a key that others may read or change is refused, a retired one as well`(_ mode: mode_t) throws {
        let made = try MasterKeyFolder.create(path)
        let retired = made.current
        let current = try made.addCurrent()
        for id in [retired, current] {
            let file = "\(path)/\(id).key"
            #expect(chmod(file, mode) == 0)
            #expect(throws: MasterKeyFault.openToOthers(path: file, mode: "600")) { try MasterKeyFolder(opening: path) }
            #expect(chmod(file, 0o600) == 0)
        }
        #expect(try MasterKeyFolder(opening: path).current == current)
    }

    @Test func `a damaged key is refused, whichever byte is changed`() throws {
        let made = try MasterKeyFolder.create(path)
        let file = "cles/\(made.current).key"
        let text = try String(contentsOfFile: folder.path + "/" + file, encoding: .utf8)
        let fault = MasterKeyFault.damaged(path: folder.path + "/" + file)
        var bytes = Array(text.utf8)
        for index in bytes.indices.dropLast() {
            let before = bytes[index]
            bytes[index] = before == UInt8(ascii: "B") ? UInt8(ascii: "C") : UInt8(ascii: "B")
            try write(bytes, to: file)
            #expect(throws: fault, "\(index)") { try MasterKeyFolder(opening: path) }
            bytes[index] = before
        }
        for cut in [0, 1, 20, 40, 63] {
            try write(Array(bytes.prefix(cut)), to: file)
            #expect(throws: fault) { try MasterKeyFolder(opening: path) }
        }
        try write(Array(repeating: 65, count: 5000), to: file)
        #expect(throws: MasterKeyFault.failed(path: folder.path + "/" + file, call: "read", code: EFBIG)) {
            try MasterKeyFolder(opening: path)
        }
        try write(bytes, to: file)
        #expect(try MasterKeyFolder(opening: path).current == made.current)
    }

    @Test func `a key under another's name, a link, a folder, or a stray current is refused`() throws {
        let made = try MasterKeyFolder.create(path)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(made.current).key")))
        try write(bytes, to: "cles/0123456789abcdef.key")
        #expect(throws: MasterKeyFault.damaged(path: "\(path)/0123456789abcdef.key")) {
            try MasterKeyFolder(opening: path)
        }
        #expect(unlink("\(path)/0123456789abcdef.key") == 0)
        #expect(symlink("\(path)/\(made.current).key", "\(path)/x.key") == 0)
        #expect(throws: MasterKeyFault.damaged(path: "\(path)/x.key")) { try MasterKeyFolder(opening: path) }
        #expect(unlink("\(path)/x.key") == 0)
        try write(Array("0123456789abcdef\n".utf8), to: "cles/current")
        #expect(throws: MasterKeyFault.damaged(path: "\(path)/current")) { try MasterKeyFolder(opening: path) }
        #expect(throws: MasterKeyFault.damaged(path: folder.path + "/fichier")) {
            try write([], to: "fichier")
            return try MasterKeyFolder(opening: folder.path + "/fichier")
        }
    }

    @Test func `after a rotation the new key seals, the old one opens, and is removed when it is told`() throws {
        let keys = try MasterKeyFolder.create(path)
        let old = keys.current
        let key = FileKey()
        let before = try keys.sealing(key, for: "demand d-1")
        let derived = keys.derived("uploads")
        let new = try keys.addCurrent()
        #expect(new != old && keys.current == new && keys.known == [old, new])
        #expect(try keys.sealing(key, for: "demand d-1").master == new)
        #expect(try keys.opening(before.sealed, by: old, for: "demand d-1").key == key.key)
        #expect(keys.derived("uploads").key != derived.key)
        let again = try MasterKeyFolder(opening: path)
        #expect(again.current == new && again.known == [old, new])
        #expect(throws: MasterKeyFault.isCurrent(id: new)) { try keys.remove(new) }
        #expect(throws: MasterKeyFault.unknown(id: "0123456789abcdef")) { try keys.remove("0123456789abcdef") }
        #expect(throws: MasterKeyFault.unknown(id: "../current")) { try keys.remove("../current") }
        try keys.remove(old)
        #expect(keys.known == [new])
        #expect(throws: VaultFault.unreadable) { try keys.opening(before.sealed, by: old, for: "demand d-1") }
        #expect(try MasterKeyFolder(opening: path).known == [new])
    }

    @Test func `derived keys are the same each time, and one a label`() throws {
        let keys = try MasterKeyFolder.create(path)
        let again = try MasterKeyFolder(opening: path)
        #expect(keys.derived("uploads").key == again.derived("uploads").key)
        #expect(keys.derived("uploads").key != keys.derived("upload").key)
    }

    @Test func `several keys and none current is said`() throws {
        let keys = try MasterKeyFolder.create(path)
        #expect(unlink("\(path)/current") == 0)
        #expect(try MasterKeyFolder(opening: path).current == keys.current)
        _ = try keys.addCurrent()
        #expect(unlink("\(path)/current") == 0)
        #expect(throws: MasterKeyFault.noCurrent(folder: path)) { try MasterKeyFolder(opening: path) }
    }

    @Test func `nothing prints a key`() throws {
        let keys = try MasterKeyFolder.create(path)
        let text = try String(contentsOfFile: "\(path)/\(keys.current).key", encoding: .utf8)
        let secret = try #require(Data(base64Encoded: String(text.dropFirst(20).dropLast())))
        var dumped = ""
        dump(keys, to: &dumped)
        dump(keys.derived("uploads"), to: &dumped)
        let printed = "\(keys) \(String(reflecting: keys)) \(keys.derived("uploads")) \(dumped)"
        #expect(!printed.contains(String(text.dropFirst(20).prefix(12))))
        #expect(!printed.contains(secret.prefix(4).map { String(format: "%02x", $0) }.joined()))
        #expect(!printed.contains(secret.prefix(3).map { "\($0)" }.joined(separator: ", ")))
    }

    @Test func `a process that dies while keys are made, added or removed leaves a folder that opens`() throws {
        for loss in `The process dies`.losses {
            for index in 0..<60 {
                let disk = ModelDisk()
                let before = try MasterKeyFolder.create("/disk/cles", operations: disk)
                let old = before.current
                disk.forget()
                disk.stop(at: index)
                let new = try? before.addCurrent()
                let isRemoved = new != nil && (try? before.remove(old)) != nil
                disk.restart(losing: loss)
                let after = try MasterKeyFolder(opening: "/disk/cles", operations: disk)
                if let new { #expect(after.current == new) }
                #expect(isRemoved ? !after.known.contains(old) : after.known.contains(old) || new != nil)

                let fresh = ModelDisk()
                fresh.stop(at: index)
                let made = try? MasterKeyFolder.create("/disk/cles", operations: fresh)
                fresh.restart(losing: loss)
                if let made {
                    #expect(try MasterKeyFolder(opening: "/disk/cles", operations: fresh).current == made.current)
                } else if (try? MasterKeyFolder(opening: "/disk/cles", operations: fresh)) == nil {
                    _ = try MasterKeyFolder.create("/disk/cles", operations: fresh)
                }
            }
        }
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(fileURLWithPath: folder.path + "/" + name)
        try Data(bytes).write(to: url)
        #expect(chmod(url.path, 0o600) == 0)
    }
}
