/// An attribute of an element. The set is closed: nothing gives `style`, `on…`, `srcdoc` or `formaction`, so that no
/// text can become a style or a script, whatever a page does.
public struct Attribute: Sendable {
    enum Value: Sendable {
        case text(String)
        case word(StaticString)
        case number(Int)
        /// Present or absent.
        case flag(Bool)
    }

    let prefix: StaticString
    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value, prefix: StaticString = "") {
        self.prefix = prefix
        self.name = name
        self.value = value
    }
}

extension Attribute {
    public static func `class`(_ names: String) -> Attribute { Attribute("class", .text(names)) }
    public static func id(_ id: String) -> Attribute { Attribute("id", .text(id)) }
    public static func title(_ text: String) -> Attribute { Attribute("title", .text(text)) }
    public static func lang(_ tag: StaticString) -> Attribute { Attribute("lang", .word(tag)) }
    public static func hidden(_ isHidden: Bool = true) -> Attribute { Attribute("hidden", .flag(isHidden)) }
    public static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", .number(index)) }
    public static func role(_ role: StaticString) -> Attribute { Attribute("role", .word(role)) }
    /// `aria-` before the name.
    public static func aria(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name, .text(value), prefix: "aria-")
    }
    /// `data-` before the name; without a value, present and empty.
    public static func data(_ name: StaticString, _ value: String = "") -> Attribute {
        Attribute(name, .text(value), prefix: "data-")
    }

    // Addresses: only those that lead to a page, a letter or a telephone; any other becomes `#`.
    public static func href(_ address: String) -> Attribute { Attribute("href", .text(SafeAddress.checked(address))) }
    public static func src(_ address: String) -> Attribute { Attribute("src", .text(SafeAddress.checked(address))) }
    public static func action(_ address: String) -> Attribute {
        Attribute("action", .text(SafeAddress.checked(address)))
    }

    // Documents.
    public static func charset(_ name: StaticString) -> Attribute { Attribute("charset", .word(name)) }
    public static func content(_ text: String) -> Attribute { Attribute("content", .text(text)) }
    public static func rel(_ relation: StaticString) -> Attribute { Attribute("rel", .word(relation)) }
    public static func media(_ query: StaticString) -> Attribute { Attribute("media", .word(query)) }
    public static func target(_ name: StaticString) -> Attribute { Attribute("target", .word(name)) }
    public static func download(_ name: String = "") -> Attribute { Attribute("download", .text(name)) }
    public static func datetime(_ value: String) -> Attribute { Attribute("datetime", .text(value)) }
    public static func open(_ isOpen: Bool = true) -> Attribute { Attribute("open", .flag(isOpen)) }

    // Images and tables.
    public static func alt(_ text: String) -> Attribute { Attribute("alt", .text(text)) }
    public static func width(_ pixels: Int) -> Attribute { Attribute("width", .number(pixels)) }
    public static func height(_ pixels: Int) -> Attribute { Attribute("height", .number(pixels)) }
    public static func loading(_ when: StaticString) -> Attribute { Attribute("loading", .word(when)) }
    public static func decoding(_ how: StaticString) -> Attribute { Attribute("decoding", .word(how)) }
    /// Which images a browser asks for first.
    public static func fetchpriority(_ priority: StaticString) -> Attribute {
        Attribute("fetchpriority", .word(priority))
    }
    public static func scope(_ scope: StaticString) -> Attribute { Attribute("scope", .word(scope)) }
    public static func colspan(_ count: Int) -> Attribute { Attribute("colspan", .number(count)) }
}
