/// The elements that a report is composed of. Each leaves itself out when its texts are empty.
struct ReportComposition {
    var typesetter: Typesetter
    var strips: [Strip] = []

    init(_ typesetter: Typesetter) { self.typesetter = typesetter }

    private static let sectionSpace = 11.0
    private static let labelWidth = 118.0
    private static let gap = 14.0

    /// The title of a section over a hairline; call it only when something follows.
    mutating func section(_ title: String) {
        var lines = typesetter.strips([.init(title, .section)], space: Self.sectionSpace)
        for index in lines.indices { lines[index].keepsNext = true }
        strips += lines
        let rule = Mark.fill(Ink.line, x: 0, y: 2.5, width: Paper.column, height: 0.6)
        strips.append(Strip(height: 6.5, keepsNext: true, marks: [rule]))
    }

    mutating func text(_ text: String, _ style: TextStyle = .body, space: Double = 0, keepsNext: Bool = false) {
        append(typesetter.strips([.init(text, style)], space: space), keepsNext: keepsNext)
    }

    /// A text beside a bar: what the eye must find first.
    mutating func marked(
        _ text: String, _ style: TextStyle, bar: Colour, space: Double = 0, keepsNext: Bool = false
    ) {
        let inset = 12.0
        var lines = typesetter.strips([.init(text, style, x: inset, width: Paper.column - inset)], space: space)
        guard !lines.isEmpty else { return }
        for index in lines.indices {
            // The bar covers the white above too, so that it is one line down to the end of what it marks.
            let above = index == 0 && continuesBar ? lines[index].space : 0
            lines[index].space -= above
            lines[index].height += above
            lines[index].marks = lines[index].marks.map { $0.lowered(by: above) }
            lines[index].marks.append(.fill(bar, x: 0, y: 0, width: 2.4, height: lines[index].height))
        }
        append(lines, keepsNext: keepsNext)
        continuesBar = true
    }

    /// Labels and values in columns, filled row by row.
    mutating func fields(
        _ pairs: [(label: String, value: String)], columns: Int = 1, labelWidth: Double = labelWidth,
        style: TextStyle = .body, space: Double = 1.5
    ) {
        let present = pairs.filter { !$0.value.isBlank }
        let width = (Paper.column - Self.gap * Double(columns - 1)) / Double(columns)
        for first in stride(from: 0, to: present.count, by: columns) {
            var cells: [Typesetter.Cell] = []
            for (column, pair) in present[first..<min(first + columns, present.count)].enumerated() {
                let x = Double(column) * (width + Self.gap)
                cells.append(.init(pair.label, .label, x: x, width: labelWidth - 8))
                cells.append(.init(pair.value, style, x: x + labelWidth, width: width - labelWidth))
            }
            append(typesetter.strips(cells, space: space))
        }
    }

    /// A label and a text beside it, or under it over the whole column when the text is long.
    mutating func labelled(_ label: String, _ text: String, labelWidth: Double) {
        if text.unicodeScalars.count <= 400 { return fields([(label, text)], labelWidth: labelWidth, space: 3) }
        guard !text.isBlank else { return }
        self.text(label, .label, space: 3, keepsNext: true)
        self.text(text)
    }

    /// Blocks of lines side by side, filled row by row.
    mutating func blocks(_ blocks: [[(text: String, style: TextStyle)]], columns: Int) {
        let width = (Paper.column - Self.gap * Double(columns - 1)) / Double(columns)
        for first in stride(from: 0, to: blocks.count, by: columns) {
            let row = blocks[first..<min(first + columns, blocks.count)]
            let cells = row.enumerated().map { column, lines in
                Typesetter.Cell(lines.filter { !$0.text.isBlank }, x: Double(column) * (width + Self.gap), width: width)
            }
            append(typesetter.strips(cells, space: first == 0 ? 0 : 8))
        }
    }

    /// Rows under small heads, with a hairline between them; a short table stays on one page. `widths` are parts of the
    /// column.
    mutating func table(_ heads: [String], _ rows: [[String]], widths: [Double], lastEndsRight: Bool = false) {
        row(heads, .label, widths: widths, lastEndsRight: lastEndsRight, isRuled: false, keepsNext: true)
        for (index, row) in rows.enumerated() {
            self.row(
                row, widths: widths, lastEndsRight: lastEndsRight,
                keepsNext: rows.count <= 6 && index < rows.count - 1)
        }
    }

    /// One row of a table, under a hairline unless it is the head.
    mutating func row(
        _ texts: [String], _ style: TextStyle = .record, widths: [Double], lastEndsRight: Bool = false,
        isRuled: Bool = true, space: Double = 2, keepsNext: Bool
    ) {
        let cells = cells(texts, style, widths, lastEndsRight)
        guard isRuled else { return append(typesetter.strips(cells), keepsNext: keepsNext) }
        var lines = typesetter.strips(cells, space: space)
        guard !lines.isEmpty else { return }
        lines[0].height += 2
        lines[0].marks = lines[0].marks.map { $0.lowered(by: 2) }
        lines[0].marks.append(.fill(Ink.line, x: 0, y: 0, width: Paper.column, height: 0.4))
        append(lines, keepsNext: keepsNext)
    }

    private func cells(
        _ texts: [String], _ style: TextStyle, _ widths: [Double], _ lastEndsRight: Bool
    ) -> [Typesetter.Cell] {
        var x = 0.0
        return zip(texts, widths).enumerated().map { index, pair in
            let width = pair.1 * Paper.column
            defer { x += width }
            let isLast = index == texts.count - 1
            return .init(
                pair.0, style, x: x, width: isLast ? width : width - 10, endsRight: isLast && lastEndsRight)
        }
    }

    private var continuesBar = false

    private mutating func append(_ lines: [Strip], keepsNext: Bool = false) {
        continuesBar = false
        strips += lines
        if keepsNext, !lines.isEmpty { strips[strips.count - 1].keepsNext = true }
    }
}
