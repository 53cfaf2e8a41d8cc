/// The names of columns that explain signs.
enum LegendWords {
  /// True when what stands under `heading` is explained and not asked.
  static func isLegend(_ heading: String) -> Bool { words.contains(heading.lowercased()) }

  private static let words = WordList.words("LegendWords.words")
}
