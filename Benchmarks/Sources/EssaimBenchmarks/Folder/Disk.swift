import Foundation

/// The disk under the data folder. `scripts/bench` refuses a folder in memory: durable figures mean nothing there.
enum Disk {
    /// What one sync of 4 KiB more at the end of a file costs, in milliseconds: the floor of a commit.
    static func syncs(in folder: String, count: Int = 300) throws -> Percentiles {
        let path = folder + "/sync-probe"
        let file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Settings.Fault(description: "cannot write \(path)") }
        defer {
            close(file)
            unlink(path)
        }
        let page = [UInt8](repeating: 7, count: 4096)
        var times: [Double] = []
        for position in 0..<count {
            let start = ContinuousClock.now
            guard pwrite(file, page, page.count, off_t(position * page.count)) == page.count, fdatasync(file) == 0
            else {
                throw Settings.Fault(description: "cannot sync \(path)")
            }
            times.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        return Percentiles(times)
    }
}
