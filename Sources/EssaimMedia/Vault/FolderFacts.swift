import Glibc

// Here, and not beside what asks: where a module imports Foundation, an optimised build takes `stat` for CoreFoundation's.

/// Whose a folder is and who may open it.
package struct FolderRights {
    /// It belongs to the account that runs this program, or that is root.
    package let isOurs: Bool
    package let isOwnersAlone: Bool

    /// Nil when it is not there.
    package init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        isOurs = status.st_uid == geteuid() || geteuid() == 0
        isOwnersAlone = status.st_mode & 0o077 == 0
    }
}

/// What is left of a folder's disk.
package struct FolderRoom {
    package let bytes: Int
    package let percent: Int

    /// Nil when the disk does not say.
    package init?(of path: String) {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0, facts.f_blocks > 0 else { return nil }
        bytes = Int(facts.f_bavail) * Int(facts.f_frsize)
        percent = Int(facts.f_bavail * 100 / facts.f_blocks)
    }
}
