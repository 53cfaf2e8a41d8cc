/// A result as psql prints it, in whichever format.
struct PSQLTable {
  /// The names of the columns, in order.
  let columns: [String]
  /// The rows, each with one cell for each column.
  let rows: [[String]]
  /// The lines of the output that it takes up, the header first.
  let lines: Range<Int>
}
