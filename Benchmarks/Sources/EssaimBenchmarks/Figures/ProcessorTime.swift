import Foundation

/// What this process has used of the processors, in user and kernel mode, all threads together.
enum ProcessorTime {
    static func milliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }

    /// What child processes that have ended used, in milliseconds.
    static func ofEndedChildren() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        func milliseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000 }
        return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
    }

    /// What another process used, in milliseconds, to the system's tick; nil when it is gone.
    static func of(process: Int) -> (own: Double, endedChildren: Double, parent: Int)? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            // The name, in parentheses, may hold spaces.
            let rest = text.split(separator: ")").last?.split(separator: " "), rest.count > 14,
            let parent = Int(rest[1])
        else { return nil }
        let tick = 1000 / Double(sysconf(Int32(_SC_CLK_TCK)))
        let times = rest[11...14].map { (Double($0) ?? 0) * tick }
        return (own: times[0] + times[1], endedChildren: times[2] + times[3], parent: parent)
    }
}
