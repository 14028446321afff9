import CArgon2

/// The one call into libargon2 (RFC 9106, version 19). It blocks for tens of milliseconds and takes `cost.memory` KiB.
enum Argon2 {
    /// Throws libargon2's error code, which is nearly always memory that could not be had.
    static func id(
        _ password: [UInt8], salt: [UInt8], cost: Argon2Cost, length: Int
    ) throws(PasswordHasher.Fault) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        let code = argon2id_hash_raw(
            cost.passes, cost.memory, cost.lanes, password, password.count, salt, salt.count, &digest, length)
        guard code == 0 else { throw .failed(code: code) }
        return digest
    }
}
