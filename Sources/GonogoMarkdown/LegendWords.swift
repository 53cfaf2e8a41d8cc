/// The names of columns that explain signs.
enum LegendWords {
  /// True when what stands under `heading` is explained and not asked.
  static func isLegend(_ heading: String) -> Bool { words.contains(heading.lowercased()) }

  private static let words: Set<String> = [
    "symbol", "symbols", "icon", "icons", "emoji", "marker", "mark", "legend", "sign", "key",
    "símbolo", "icono", "leyenda", "ícone", "symbole", "légende", "zeichen", "legende", "符号", "图标",
    "图例", "圖例", "記号", "凡例", "기호",
  ]
}
