import HTML

/// A table of a journal: on a wide page a table, on a narrow one a card for each line, with the column's name in it. The
/// roles are spelled, for a style that shows rows as blocks takes them away from screen readers.
struct LedgerTable {
    struct Row {
        var cells: [Markup]
        /// Something was refused: said in a word too.
        var isRefused = false
    }

    /// Says what the table holds, to screen readers.
    var caption: String
    var columns: [String]
    var rows: [Row]

    var markup: Markup {
        table(.class("ledger"), .role("table")) {
            HTML.caption(.class("visually-hidden")) { caption }
            thead(.role("rowgroup")) {
                tr(.role("row")) {
                    for column in columns { th(.scope("col"), .role("columnheader")) { column } }
                }
            }
            tbody(.role("rowgroup")) {
                for row in rows {
                    tr(.role("row"), row.isRefused ? .class("refused") : nil) {
                        for (column, cell) in zip(columns, row.cells) {
                            td(.role("cell"), .data("label", column), cell.isEmpty ? .class("void") : nil) { cell }
                        }
                    }
                }
            }
        }
    }
}
