import EssaimDomain
import HTML

/// An instant in words, with the exact date on hover and for machines.
struct Moment {
    var words: String
    var instant: Instant

    init(_ words: String, at instant: Instant) {
        self.words = words
        self.instant = instant
    }

    func markup(_ clock: PageClock) -> Markup {
        time(.datetime(clock.machine(instant)), .title(clock.exact(instant))) { words }
    }
}
