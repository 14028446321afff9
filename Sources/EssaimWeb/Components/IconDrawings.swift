/// What is inside each `svg`, on a grid of 16.
extension Icon {
    var drawing: StaticString {
        switch self {
        case .urgent: #"<path fill="currentColor" d="M8 1.6 15 14.2H1z"/>"#
        case .priority: #"<path fill="currentColor" d="m8 .8 7.2 7.2L8 15.2.8 8z"/>"#
        case .routine: #"<circle cx="8" cy="8" r="5.6" fill="currentColor"/>"#
        case .shield: #"<path d="M8 1.5 13.5 3.6v4c0 3.4-2.3 5.8-5.5 7-3.2-1.2-5.5-3.6-5.5-7v-4z"/>"#
        case .shieldHalf:
            """
            <path d="M8 1.5 13.5 3.6v4c0 3.4-2.3 5.8-5.5 7-3.2-1.2-5.5-3.6-5.5-7v-4z"/>\
            <path fill="currentColor" stroke="none" d="M8 1.5 2.5 3.6v4c0 3.4 2.3 5.8 5.5 7z"/>
            """
        case .shieldFull:
            """
            <path fill="currentColor" fill-rule="evenodd" d="M8 1.5 13.5 3.6v4\
            c0 3.4-2.3 5.8-5.5 7-3.2-1.2-5.5-3.6-5.5-7v-4zm3.4 4.6-1.1-1-3.1 3.5-1.6-1.5-1 1.1 2.7 2.5z"/>
            """
        case .camera:
            """
            <path d="M1.5 5.2c0-.7.5-1.2 1.2-1.2h2l1-1.7h4.6l1 1.7h2c.7 0 1.2.5 1.2 1.2v7\
            c0 .7-.5 1.2-1.2 1.2H2.7c-.7 0-1.2-.5-1.2-1.2z"/><circle cx="8" cy="8.5" r="2.6"/>
            """
        case .document: #"<path d="M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.7 8h4.6M5.7 10.8h4.6"/>"#
        case .clock: #"<circle cx="8" cy="8" r="6.4"/><path d="M8 4.4V8l2.4 1.6"/>"#
        case .pause: #"<path fill="currentColor" d="M3.8 2.5h3v11h-3zM9.2 2.5h3v11h-3z"/>"#
        case .check: #"<path d="m2.5 8.6 3.6 3.6 7.4-8"/>"#
        case .cross: #"<path d="m3.5 3.5 9 9m0-9-9 9"/>"#
        case .alert: #"<path d="M8 1.9 15 14H1zM8 6.4v3.4M8 11.6v.6"/>"#
        case .information: #"<circle cx="8" cy="8" r="6.4"/><path d="M8 7.3v4M8 4.5v.6"/>"#
        case .phone:
            """
            <path d="M3.2 1.8h2.3l1.2 3.1-1.6 1.2c.7 1.6 2.2 3.1 3.8 3.8l1.2-1.6 3.1 1.2v2.3\
            c0 .8-.7 1.5-1.5 1.4C6.3 12.8 2.2 8.7 1.8 3.3c0-.8.6-1.5 1.4-1.5z"/>
            """
        case .chevronLeft: #"<path d="M10.5 2.5 5 8l5.5 5.5"/>"#
        case .chevronRight: #"<path d="M5.5 2.5 11 8l-5.5 5.5"/>"#
        case .zoom: #"<circle cx="6.8" cy="6.8" r="5"/><path d="m10.6 10.6 4 4M6.8 4.6V9M4.6 6.8H9"/>"#
        case .rotate: #"<path d="M13.5 8A5.5 5.5 0 1 1 11.6 3.8L13.8 5.7M13.8 2v3.7h-3.7"/>"#
        case .contrast:
            """
            <circle cx="8" cy="8" r="6.4"/>\
            <path fill="currentColor" stroke="none" d="M8 1.6a6.4 6.4 0 0 1 0 12.8z"/>
            """
        case .arrowLeft: #"<path d="M14 8H2.5M7 3 2 8l5 5"/>"#
        case .plus: #"<path d="M8 2.5v11M2.5 8h11"/>"#
        case .minus: #"<path d="M2.5 8h11"/>"#
        case .sideBySide: #"<path d="M1.5 2.5h13v11h-13zM8 2.5v11"/>"#
        case .tie:
            """
            <path d="M6.6 9.4a3 3 0 0 1 0-4.2l1.9-1.9a3 3 0 0 1 4.2 4.2l-1 1M9.4 6.6a3 3 0 0 1 0 4.2\
            l-1.9 1.9a3 3 0 0 1-4.2-4.2l1-1"/>
            """
        case .fullScreen: #"<path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"/>"#
        case .pencil: #"<path d="m2 14 .8-3.6 8-8 2.8 2.8-8 8zM9.4 3.8l2.8 2.8"/>"#
        case .person: #"<circle cx="8" cy="5" r="3.2"/><path d="M2 14.5c.4-3.2 2.8-4.8 6-4.8s5.6 1.6 6 4.8"/>"#
        case .flag: #"<path d="M3 15V1.8h9.5L10.3 5l2.2 3.2H3"/>"#
        }
    }
}
