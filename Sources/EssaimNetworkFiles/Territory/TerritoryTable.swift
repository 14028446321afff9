/// A CSV file of a territory, its rows handed on one after the other until it is not worth going on.
struct TerritoryTable {
    let file: TerritoryFiles.Name
    let bytes: [UInt8]
    let columns: [String]
    let most: Int

    init(_ file: TerritoryFiles.Name, _ bytes: [UInt8], columns: [String], atMost most: Int) {
        self.file = file
        self.bytes = bytes
        self.columns = columns
        self.most = most
    }

    /// - Parameter read: whether it is worth reading on.
    func forEach(
        _ remarks: inout TerritoryRemarks, _ read: (CSVTable.Row, inout TerritoryRemarks) -> Bool
    ) {
        guard bytes.count <= TerritoryFiles.mostBytes else {
            remarks.fault(file, "le fichier dépasse \(TerritoryFiles.mostBytes >> 20)\u{A0}Mio.")
            return
        }
        do {
            var table = try CSVTable(bytes, columns: columns)
            var count = 0
            while let row = try table.next() {
                count += 1
                guard count <= most else {
                    remarks.fault(file, line: row.line, "plus de \(most)\u{A0}lignes.")
                    return
                }
                guard read(row, &remarks) else { return }
            }
            if count == 0 { remarks.fault(file, "la liste est vide.") }
        } catch {
            remarks.fault(file, line: error.line, error.message)
        }
    }
}
