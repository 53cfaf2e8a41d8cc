/// What a line of a block tells about the braces and masks in it.
struct PlaceholderLine {
  /// Where it begins; -1 for none.
  private(set) var start = -1
  /// Where the first program or option stands that has braces of its own.
  private(set) var templating = Int.max
  /// Where the first program or function stands to which a row of `X` is no placeholder.
  private(set) var searching = Int.max

  /// Where the first program or option stands that is given the name of a variable or column.
  private(set) var naming = Int.max

  init() {}

  /// Reads the line of `bytes` that begins at `start`.
  init(_ bytes: [UInt8], from start: Int) {
    self.start = start
    let end = bytes[start...].firstIndex(of: ShellByte.newline) ?? bytes.count
    var index = start
    while index < end, templating == .max || searching == .max || naming == .max {
      let rest = bytes[index..<end]
      if templating == .max, Self.templatingWords.contains(where: { rest.starts(with: $0) }) {
        templating = index
      }
      if searching == .max, Self.searchingWords.contains(where: { rest.starts(with: $0) }) {
        searching = index
      }
      if naming == .max, Self.namingWords.contains(where: { rest.starts(with: $0) }) {
        naming = index
      }
      index += 1
    }
  }

  private static let templatingWords: [[UInt8]] = [
    "--format", "-f ", "template", "-o ", "jsonpath", "awk", "jq", "yq", "sed ", "python", "perl",
    "node", "ruby", "mongo", "-w ", "--write-out", "psql", "printf", "custom-columns", "--query",
  ].map { Array($0.utf8) }
  private static let namingWords: [[UInt8]] = [
    "grep", "rg ", "printenv", "env ", "export ", "unset ", "declare ", "local ", "readonly ",
    "read ",
    "for ", "-e ", "--env", "secret", "config", "variable", "sed ", "awk", "jq", "yq", "test ",
    "[ ",
    "[[ ", "echo ", "psql", "mysql", "sqlite", "SELECT", "select", "sort ", "cut ", "column",
    "field",
    "getconf", "envsubst", "trap ", "--key", "--label", "function ", "bq ", "csv",
  ].map { Array($0.utf8) }
  private static let searchingWords: [[UInt8]] = [
    "mktemp", "grep", "rg ", "to_char", "to_timestamp", "to_date", "TO_DATE", "TO_CHAR",
    "str_to_date", "DATE_FORMAT", "strftime",
  ].map { Array($0.utf8) }
}
