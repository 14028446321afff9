/// Attributes of forms and their fields.
extension Attribute {
    public enum InputType: Sendable {
        case text, password, email, tel, number, range, date, search, file, hidden, radio, checkbox, submit
    }
    public enum ButtonType: Sendable { case submit, button, reset }
    public enum Method: Sendable { case get, post }
    public enum Encoding: Sendable { case urlEncoded, multipart }
    public enum InputMode: Sendable { case text, numeric, decimal, tel, email, search }

    public static func type(_ type: InputType) -> Attribute {
        let word: StaticString =
            switch type {
            case .text: "text"
            case .password: "password"
            case .email: "email"
            case .tel: "tel"
            case .number: "number"
            case .range: "range"
            case .date: "date"
            case .search: "search"
            case .file: "file"
            case .hidden: "hidden"
            case .radio: "radio"
            case .checkbox: "checkbox"
            case .submit: "submit"
            }
        return Attribute("type", .word(word))
    }

    public static func type(button type: ButtonType) -> Attribute {
        let word: StaticString =
            switch type {
            case .submit: "submit"
            case .button: "button"
            case .reset: "reset"
            }
        return Attribute("type", .word(word))
    }

    public static func method(_ method: Method) -> Attribute {
        Attribute("method", .word(method == .get ? "get" : "post"))
    }

    public static func enctype(_ encoding: Encoding) -> Attribute {
        Attribute(
            "enctype", .word(encoding == .multipart ? "multipart/form-data" : "application/x-www-form-urlencoded"))
    }

    public static func inputmode(_ mode: InputMode) -> Attribute {
        let word: StaticString =
            switch mode {
            case .text: "text"
            case .numeric: "numeric"
            case .decimal: "decimal"
            case .tel: "tel"
            case .email: "email"
            case .search: "search"
            }
        return Attribute("inputmode", .word(word))
    }

    public static func name(_ name: String) -> Attribute { Attribute("name", .text(name)) }
    public static func value(_ value: String) -> Attribute { Attribute("value", .text(value)) }
    /// The id of the field that a label names.
    public static func `for`(_ id: String) -> Attribute { Attribute("for", .text(id)) }
    /// The id of the form to which a field outside it belongs.
    public static func form(_ id: String) -> Attribute { Attribute("form", .text(id)) }
    public static func placeholder(_ text: String) -> Attribute { Attribute("placeholder", .text(text)) }
    public static func autocomplete(_ token: StaticString) -> Attribute { Attribute("autocomplete", .word(token)) }
    public static func accept(_ types: StaticString) -> Attribute { Attribute("accept", .word(types)) }
    /// Which camera a telephone opens.
    public static func capture(_ camera: StaticString) -> Attribute { Attribute("capture", .word(camera)) }
    public static func rows(_ count: Int) -> Attribute { Attribute("rows", .number(count)) }
    /// Bounds and step of a number or of a slider.
    public static func min(_ value: Int) -> Attribute { Attribute("min", .number(value)) }
    public static func max(_ value: Int) -> Attribute { Attribute("max", .number(value)) }
    public static func step(_ value: Int) -> Attribute { Attribute("step", .number(value)) }
    public static func minlength(_ count: Int) -> Attribute { Attribute("minlength", .number(count)) }
    public static func maxlength(_ count: Int) -> Attribute { Attribute("maxlength", .number(count)) }
    public static func spellcheck(_ isChecked: Bool) -> Attribute {
        Attribute("spellcheck", .word(isChecked ? "true" : "false"))
    }
    public static func checked(_ isChecked: Bool = true) -> Attribute { Attribute("checked", .flag(isChecked)) }
    public static func selected(_ isSelected: Bool = true) -> Attribute { Attribute("selected", .flag(isSelected)) }
    /// Of a group of options.
    public static func label(_ text: String) -> Attribute { Attribute("label", .text(text)) }
    public static func disabled(_ isDisabled: Bool = true) -> Attribute { Attribute("disabled", .flag(isDisabled)) }
    public static func required(_ isRequired: Bool = true) -> Attribute { Attribute("required", .flag(isRequired)) }
    public static func readonly(_ isReadOnly: Bool = true) -> Attribute { Attribute("readonly", .flag(isReadOnly)) }
    public static func multiple(_ isMultiple: Bool = true) -> Attribute { Attribute("multiple", .flag(isMultiple)) }
    public static func autofocus(_ isFocused: Bool = true) -> Attribute { Attribute("autofocus", .flag(isFocused)) }
    public static func novalidate(_ isNotValidated: Bool = true) -> Attribute {
        Attribute("novalidate", .flag(isNotValidated))
    }
    public static func formnovalidate(_ isNotValidated: Bool = true) -> Attribute {
        Attribute("formnovalidate", .flag(isNotValidated))
    }
}
