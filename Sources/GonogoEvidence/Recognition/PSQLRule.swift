/// The line under the header of a psql table (`-----+----`): it fixes where every column stands.
struct PSQLRule {
  /// The display columns of the separators between cells, outer borders included.
  let separators: [Int]
  /// How wide the rule is.
  let width: Int
  /// True when each line starts and ends with a border of its own.
  let isBordered: Bool

  /// The rule that `line` is, in ASCII or with box-drawing characters; nil when it is none.
  init?(_ line: Substring) {
    var separators: [Int] = []
    var width = 0
    var isLastSeparator = true
    for scalar in line.unicodeScalars {
      switch scalar {
      case "-", "─":
        isLastSeparator = false
      case "+", "┼", "├", "┤":
        // Two separators side by side are no columns of psql's.
        if isLastSeparator, width > 0 { return nil }
        separators.append(width)
        isLastSeparator = true
      default:
        return nil
      }
      width += 1
    }
    isBordered = separators.first == 0
    guard width >= 2, isLastSeparator == isBordered else { return nil }
    self.separators = separators
    self.width = width
  }

  /// How many columns the table has.
  var columnCount: Int { isBordered ? separators.count - 1 : separators.count + 1 }

  /// The cells of a line that has its separators exactly where the rule has them, or nil.
  func cells(of line: Substring) -> [PSQLCell]? {
    var cells: [PSQLCell] = []
    var cell = PSQLCell.Builder()
    var next = 0
    var width = 0
    for scalar in line.unicodeScalars {
      if next < separators.count, width == separators[next] {
        guard scalar == "|" || scalar == "│" else { return nil }
        if width > 0 || !isBordered {
          guard let done = cell.finish(width: segmentWidth(before: next)) else { return nil }
          cells.append(done)
        }
        cell = PSQLCell.Builder()
        next += 1
        width += 1
        continue
      }
      let step = DisplayWidth.of(scalar)
      if next < separators.count, width + step > separators[next] { return nil }
      width += step
      guard width <= self.width else { return nil }
      cell.append(scalar, width: step)
    }
    guard next == separators.count else { return nil }
    if isBordered { return cells }
    // The last cell is not padded on its right, so that it may end before its marker.
    guard let done = cell.finish(width: segmentWidth(before: next)) else { return nil }
    return cells + [done]
  }

  private func segmentWidth(before index: Int) -> Int {
    let end = index < separators.count ? separators[index] : width
    return index == 0 ? end : end - separators[index - 1] - 1
  }
}
