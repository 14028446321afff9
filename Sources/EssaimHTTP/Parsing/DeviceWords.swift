/// What a browser says of itself (RFC 9110 §10.1.5), in a few known words: enough for its owner to tell a telephone from the
/// computer of the surgery, and nothing that the sender chose.
enum DeviceWords {
    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    /// In this order: Android says Linux too, an iPhone says Mac OS X.
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ]

    static func words(_ header: String?) -> String {
        let said = (header ?? "").prefix(500)
        let browser = browsers.first { said.contains($0.0) }?.1
        let system = systems.first { said.contains($0.0) }?.1
        return switch (browser, system) {
        case (let browser?, let system?): "\(browser) sur \(system)"
        case (let browser?, nil): browser
        case (nil, let system?): system
        case (nil, nil): "Navigateur inconnu"
        }
    }
}
