import HTML

/// Messages in order, events folded between them.
struct ThreadView {
    var model: ThreadModel

    func markup(_ clock: PageClock) -> Markup {
        ol(.class("thread")) {
            for run in runs {
                switch run {
                case .message(let message): bubble(message, clock)
                case .events(let events): folded(events, clock)
                }
            }
        }
    }

    private func bubble(_ message: ThreadModel.Message, _ clock: PageClock) -> Markup {
        li(.class(message.isMine ? "message mine" : "message")) {
            p(.class("message-head")) {
                strong { message.author }
                " \(message.act) "
                Moment(clock.words(message.at), at: message.at).markup(clock)
            }
            div(.class("prose")) { message.text }
        }
    }

    private func folded(_ events: [ThreadModel.Event], _ clock: PageClock) -> Markup {
        li(.class("events")) {
            if events.count == 1, let event = events.first {
                line(event, clock)
            } else {
                details {
                    summary { French.count(events.count, "évènement", "évènements") }
                    for event in events { line(event, clock) }
                }
            }
        }
    }

    private func line(_ event: ThreadModel.Event, _ clock: PageClock) -> Markup {
        p(.class("event")) {
            "\(event.text) "
            Moment(clock.words(event.at), at: event.at).markup(clock)
        }
    }

    private enum Run {
        case message(ThreadModel.Message)
        case events([ThreadModel.Event])
    }

    /// Neighbouring events together.
    private var runs: [Run] {
        model.items.reduce(into: []) { runs, item in
            switch item {
            case .message(let message): runs.append(.message(message))
            case .event(let event):
                if case .events(let before) = runs.last {
                    runs[runs.count - 1] = .events(before + [event])
                } else {
                    runs.append(.events([event]))
                }
            }
        }
    }
}
