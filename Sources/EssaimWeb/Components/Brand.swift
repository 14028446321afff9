import HTML

/// The sign of Essaim: a small swarm around one.
enum Brand {
    static let mark = Markup.trusted(
        """
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path class="core" d="m16 9.5 5.6 3.25v6.5L16 \
        22.5l-5.6-3.25v-6.5z"/><circle cx="16" cy="4.5" r="2.1"/><circle cx="26" cy="9.7" r="2.7"/>\
        <circle cx="26.5" cy="21.5" r="1.9"/><circle cx="16.5" cy="27.5" r="2.7"/>\
        <circle cx="6.2" cy="22.2" r="2.4"/><circle cx="5.7" cy="10.3" r="1.7"/></svg>
        """)
}
