import EssaimDomain

extension Setting {
    /// When the last backup was made, in milliseconds.
    public static let lastBackup = "backup.last"
    /// Since when a server is to make them by itself, in milliseconds.
    public static let backupsSince = "backup.since"
    /// The day for which a server has taken the daily backup upon itself.
    public static let backupDay = "backup.day"
}

/// Whether backups are made as they should be.
public enum BackupWatch {
    /// Older than this, the last one is late.
    public static let longest = Duration.seconds(2 * 86_400)

    /// The last backup's time; nil when none was made.
    public static func last(_ reader: some SettingReading) throws -> Instant? {
        try instant(Setting.lastBackup, reader)
    }

    /// Two days have passed without one.
    public static func isLate(_ reader: some SettingReading, at now: Instant) throws -> Bool {
        let since = try [last(reader), instant(Setting.backupsSince, reader)].compactMap(\.self).max()
        return since.map { now - $0 > longest } ?? false
    }

    private static func instant(_ key: String, _ reader: some SettingReading) throws -> Instant? {
        try reader.setting(key).flatMap(Int64.init).map(Instant.init(milliseconds:))
    }
}
