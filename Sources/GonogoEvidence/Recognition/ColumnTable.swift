/// A table whose columns line up under a header in capitals.
struct ColumnTable {
  /// The names of the columns, in order.
  let columns: [String]
  /// The rows, each with one cell for each column.
  let rows: [[String]]

  /// The table that these lines are; nil when one of them does not line up, or there is no row.
  /// `unitsInParentheses` admits headers like `CPU(cores)`.
  init?(_ lines: [Substring], unitsInParentheses: Bool = false) {
    guard let first = lines.first, lines.count > 1,
      let header = Self.header(first, unitsInParentheses: unitsInParentheses)
    else { return nil }
    let starts = header.map(\.start)
    var rows: [[String]] = []
    for line in lines.dropFirst() {
      guard let row = Self.row(line, starts: starts) else { return nil }
      rows.append(row)
    }
    columns = header.map(\.name)
    self.rows = rows
  }

  /// The cells of one column, nil when there is none of that name.
  func cells(_ column: String) -> [String]? {
    columns.firstIndex(of: column).map { index in rows.map { $0[index] } }
  }

  /// The columns of a header: words in capitals, one blank inside a name, two or more between names.
  private static func header(
    _ line: Substring, unitsInParentheses: Bool
  ) -> [(name: String, start: Int)]? {
    let allowed = Set("-_()%/# ".utf8)
    guard let first = line.utf8.first, first.isUpper, line.utf8.count <= 1000 else { return nil }
    var isInside = false
    for byte in line.utf8 {
      if byte == UInt8(ascii: "(") { isInside = true }
      if byte == UInt8(ascii: ")") { isInside = false }
      let isUnit = unitsInParentheses && isInside && byte.isLetter
      guard isUnit || byte.isUpper || byte.isDigit || allowed.contains(byte) else { return nil }
    }
    var columns: [(name: String, start: Int)] = []
    let bytes = Array(line.utf8)
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x20, index + 1 == bytes.count || bytes[index + 1] == 0x20 {
        columns.append((String(decoding: bytes[start..<index], as: UTF8.self), start))
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        start = index
      } else {
        index += 1
      }
    }
    if start < bytes.count {
      columns.append((String(decoding: bytes[start...], as: UTF8.self), start))
    }
    return columns.count > 1 ? columns : nil
  }

  /// The cells of a row: each starts where its column does or is empty, and ends two blanks before
  /// the next.
  private static func row(_ line: Substring, starts: [Int]) -> [String]? {
    let scalars = Array(line.unicodeScalars)
    guard let first = scalars.first, first != " ",
      scalars.allSatisfy({ $0 != "\t" && DisplayWidth.of($0) == 1 })
    else { return nil }
    var cells: [String] = []
    for (column, start) in starts.enumerated() {
      guard start < scalars.count else {
        cells.append("")
        continue
      }
      let next = column + 1 < starts.count ? starts[column + 1] : scalars.count
      let end = min(next, scalars.count)
      if next < scalars.count, scalars[next - 1] != " " || scalars[next - 2] != " " { return nil }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start..<end])
      let cell = String(text).trimmed
      // Two blanks inside a cell: it is two cells, and they stand under the wrong header.
      if scalars[start] == " ", !cell.isEmpty { return nil }
      if zip(cell.utf8, cell.utf8.dropFirst()).contains(where: { $0 == 0x20 && $1 == 0x20 }) {
        return nil
      }
      cells.append(String(cell))
    }
    return cells
  }
}
