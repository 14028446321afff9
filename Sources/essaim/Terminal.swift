import Foundation

/// The terminal, when there is one.
enum Terminal {
    /// Prints a line, and lets it out at once: a log that is being followed shows it when it happens.
    static func say(_ line: String) {
        print(line)
        fflush(nil)
    }

    /// A line of the standard input, not shown while it is typed.
    static func readSecret() -> String {
        var shown = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &shown) == 0 else { return readLine() ?? "" }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return readLine() ?? ""
    }
}
