/// What a document says of itself, twice and in the same words: the XMP packet and the information dictionary (ISO 19005-1,
/// 6.7). No patient data goes here: these fields are indexed and shown outside of the document.
struct PDFMetadata {
    static let producer = "Essaim"

    let title: String
    let made: PDFMoment

    init(title: String, made: PDFMoment) {
        // Controls are no characters of XML, and must not make the two spellings differ.
        self.title = String(
            String.UnicodeScalarView(title.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0xFFFE }))
        self.made = made
    }

    var information: String {
        """
        <</Title<FEFF\(Hexadecimal.text(title))>/Creator(\(Self.producer))/Producer(\(Self.producer))\
        /CreationDate(\(made.pdf))/ModDate(\(made.pdf))>>
        """
    }

    var packet: String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(title))</rdf:li></rdf:Alt></dc:title>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
        <xmp:CreatorTool>\(Self.producer)</xmp:CreatorTool>
        <xmp:CreateDate>\(made.iso8601)</xmp:CreateDate><xmp:ModifyDate>\(made.iso8601)</xmp:ModifyDate>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
        <pdf:Producer>\(Self.producer)</pdf:Producer>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """
    }

    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
