import EssaimServer
import Foundation

/// The terminal, when there is one.
enum Terminal {
    /// Prints a line, and lets it out at once: a log that is being followed shows it when it happens.
    static func say(_ line: String) {
        print(line)
        fflush(nil)
    }

    /// A line for whoever looks on, beside what the command gives: on the error output, where the log goes.
    static func remark(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }

    /// On a terminal, how far it is takes one line that is written over; elsewhere only what lasts is said.
    @Sendable static func show(_ line: DataMoveLine) {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        switch line {
        case .passing(let text):
            guard isTerminal else { return }
            print("\r\u{1B}[K" + text, terminator: "")
            fflush(nil)
        case .lasting(let text): say((isTerminal ? "\r\u{1B}[K" : "") + text)
        }
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
