import EssaimDomain

extension Person {
    /// « Dr Claire Morvan », « Maëlle Tanguy »: on pages and reports alike.
    public var shownName: String { (profession == .doctor ? "Dr " : "") + givenName + " " + familyName }

    /// « dermatologue », « sage-femme ».
    public var professionWords: String { specialty == "SM15" ? "dermatologue" : profession.word }
}
