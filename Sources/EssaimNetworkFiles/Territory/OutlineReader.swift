import EssaimDomain

/// Reads `departements.geojson`: a FeatureCollection (RFC 7946) of Polygons and MultiPolygons, each with its département as
/// the property `code`. Other members and properties are left aside; a third coordinate too.
struct OutlineReader {
    private var cursor: JSONCursor
    private let size: Int
    private var points = 0
    private var outlines: [String: Outline] = [:]

    static let mostFeatures = 200
    static let mostPoints = 400_000

    init(_ bytes: [UInt8]) {
        cursor = JSONCursor(bytes)
        size = bytes.count
    }

    /// By code; empty when it cannot be read.
    func read(_ remarks: inout TerritoryRemarks) -> [String: Outline] {
        guard size <= TerritoryFiles.mostBytes else {
            let most = TerritoryFiles.mostBytes >> 20
            remarks.fault(.outlines, "le fichier dépasse \(most)\u{A0}Mio\u{A0}: simplifiez les contours.")
            return [:]
        }
        var reader = self
        do {
            try reader.collection()
        } catch {
            let place = cursor.place(of: error.offset)
            remarks.fault(.outlines, line: place.line, column: place.column, error.message)
            return [:]
        }
        return reader.outlines
    }

    private mutating func collection() throws(JSONCursor.Fault) {
        try cursor.take("{")
        var (isFirst, hasFeatures) = (true, false)
        while let key = try cursor.key(isFirst: &isFirst) {
            switch key {
            case "type": try expect("FeatureCollection")
            case "features":
                hasFeatures = true
                try features()
            default: try cursor.skip()
            }
        }
        guard hasFeatures, !outlines.isEmpty else { throw cursor.fault("il n’y a aucun contour.") }
        guard cursor.next() == nil else { throw cursor.fault("le fichier continue après sa fin.") }
    }

    private mutating func features() throws(JSONCursor.Fault) {
        try cursor.take("[")
        var isFirst = true
        while try cursor.hasNext(until: "]", isFirst: &isFirst) {
            guard outlines.count < Self.mostFeatures else {
                throw cursor.fault("plus de \(Self.mostFeatures)\u{A0}contours.")
            }
            try feature()
        }
    }

    private mutating func feature() throws(JSONCursor.Fault) {
        try cursor.take("{")
        var isFirst = true
        var (code, rings): (String?, [[Position]]) = (nil, [])
        while let key = try cursor.key(isFirst: &isFirst) {
            switch key {
            case "type": try expect("Feature")
            case "properties": code = try properties()
            case "geometry": rings = try geometry()
            default: try cursor.skip()
            }
        }
        guard let code else { throw cursor.fault("ce contour n’a pas de propriété «\u{A0}code\u{A0}».") }
        guard outlines[code] == nil else { throw cursor.fault("le contour \(code) est donné deux fois.") }
        guard let outline = Outline(rings: rings) else { throw cursor.fault("le contour \(code) est vide.") }
        outlines[code] = outline
    }

    private mutating func properties() throws(JSONCursor.Fault) -> String? {
        try cursor.take("{")
        var isFirst = true
        var code: String?
        while let key = try cursor.key(isFirst: &isFirst) {
            guard key == "code" else {
                try cursor.skip()
                continue
            }
            let text = try cursor.text().uppercased()
            guard Departement.isCode(text) else {
                throw cursor.fault("\(shown(text)) n’est pas un code de département\u{A0}; il s’écrit 22, 2A ou 974.")
            }
            code = text
        }
        return code
    }

    private mutating func geometry() throws(JSONCursor.Fault) -> [[Position]] {
        try cursor.take("{")
        var isFirst = true
        var rings: [[Position]] = []
        while let key = try cursor.key(isFirst: &isFirst) {
            switch key {
            case "type":
                let type = try cursor.text()
                guard type == "Polygon" || type == "MultiPolygon" else {
                    throw cursor.fault("\(shown(type)) est écrit où Polygon ou MultiPolygon est attendu.")
                }
            case "coordinates": try coordinates(&rings, depth: 0)
            default: try cursor.skip()
            }
        }
        return rings
    }

    /// Arrays of arrays, as deep as they are: the last array but one is a ring.
    private mutating func coordinates(_ rings: inout [[Position]], depth: Int) throws(JSONCursor.Fault) {
        guard depth < 4 else { throw cursor.fault("trop de niveaux pour un contour.") }
        try cursor.take("[")
        var isFirst = true
        var ring: [Position] = []
        while try cursor.hasNext(until: "]", isFirst: &isFirst) {
            if cursor.isArrayOfNumbers() {
                ring.append(try position())
            } else {
                try coordinates(&rings, depth: depth + 1)
            }
        }
        guard !ring.isEmpty else { return }
        guard ring.count >= 4, ring.first == ring.last else { throw cursor.fault("un contour n’est pas fermé.") }
        rings.append(ring)
    }

    private mutating func position() throws(JSONCursor.Fault) -> Position {
        points += 1
        guard points <= Self.mostPoints else {
            throw cursor.fault("plus de \(Self.mostPoints)\u{A0}points\u{A0}: simplifiez les contours.")
        }
        try cursor.take("[")
        var isFirst = true
        var numbers: [Double] = []
        while try cursor.hasNext(until: "]", isFirst: &isFirst) {
            guard numbers.count < 4 else { throw cursor.fault("un point a deux coordonnées.") }
            numbers.append(try cursor.number())
        }
        guard numbers.count >= 2, let position = Position(longitude: numbers[0], latitude: numbers[1]) else {
            throw cursor.fault("un point est une longitude et une latitude, en degrés (WGS\u{A0}84).")
        }
        return position
    }

    private mutating func expect(_ word: String) throws(JSONCursor.Fault) {
        let text = try cursor.text()
        guard text == word else { throw cursor.fault("\(shown(text)) est écrit où «\u{A0}\(word)\u{A0}» est attendu.") }
    }
}
