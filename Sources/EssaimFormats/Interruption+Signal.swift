extension MediaFault.Interruption {
    /// What the signal that ended a process says (signal(7), Linux numbers).
    public static func ended(by signal: Int32) -> Self {
        switch signal {
        // SIGALRM, SIGXCPU.
        case 14, 24: .time
        // SIGKILL: nobody but the kernel sends it here, when memory is short.
        case 9: .memory
        // SIGSYS: a system call that is not allowed.
        case 31: .forbidden
        default: .crash
        }
    }
}
