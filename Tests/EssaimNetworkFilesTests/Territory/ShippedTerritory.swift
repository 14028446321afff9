import EssaimNetworkFiles
import Foundation
import Testing

extension TerritoryFiles {
    /// Those of `Sources/Assets/territory`.
    static func shipped() throws -> TerritoryFiles {
        var house = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: house.appending(path: "Sources/Assets/territory").path()) {
            house = house.deletingLastPathComponent()
            try #require(house.path() != "/")
        }
        let folder = house.appending(path: "Sources/Assets/territory")
        func bytes(_ name: Name) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appending(path: name.rawValue)))
        }
        return TerritoryFiles(
            communes: try bytes(.communes), departements: try bytes(.departements), outlines: try bytes(.outlines))
    }

    /// Two communes of two départements, in the form of the shipped files. Their lines are counted by the tests.
    static let small = TerritoryFiles(
        communes: """
            code,type,name,departement,postal_codes,longitude,latitude,population
            22113,COM,Lannion,22,22300,-3.4550,48.7329,20040
            2A004,COM,Ajaccio,2A,20000 20090,8.7369,41.9186,76320
            """,
        departements: """
            code,name,region_code,region
            22,Côtes-d'Armor,53,Bretagne
            2A,Corse-du-Sud,94,Corse
            """,
        outlines: #"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"22","nom":"\u0022 é"},"geometry":{"type":"Polygon",
            "coordinates":[[[-3.7,48.0],[-1.9,48.0],[-1.9,48.9],[-3.7,48.9],[-3.7,48.0]]]}},
            {"geometry":{"coordinates":[[[[8.5,41.3],[9.4,41.3],[9.4,42.4],[8.5,41.3]]]],"type":"MultiPolygon"},
            "properties":{"code":"2a"},"type":"Feature","bbox":[8.5,41.3,9.4,42.4],"id":null}
            ]}
            """#)

    init(communes: String, departements: String, outlines: String) {
        self.init(
            communes: Array(communes.utf8), departements: Array(departements.utf8), outlines: Array(outlines.utf8))
    }
}
