internal import GonogoCore

/// Puts the bytes under the head of a table, and between pipes of its own.
enum TableTarget {
  static func run(_ bytes: [UInt8]) {
    DocumentTarget.run(bytes)
    DocumentTarget.run(Array("# A\n\n| Check | Status |\n| --- | --- |\n".utf8) + bytes)
    DocumentTarget.run(Array("| Metric | Target | Actual |\n|---|---|---|\n| ".utf8) + bytes)
  }
}
