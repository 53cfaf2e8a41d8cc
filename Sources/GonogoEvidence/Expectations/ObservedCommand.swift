package import GonogoCore

/// What one command did, as far as a statement can be compared with it.
package struct ObservedCommand: Sendable {
  /// How people name it.
  package let name: String
  /// Its text.
  package let text: String
  /// What became of it; nil when it was not reached.
  package let result: CommandResult?

  /// A command and what became of it.
  package init(name: String, text: String, result: CommandResult?) {
    self.name = name
    self.text = text
    self.result = result
  }

  /// True when everything it printed was kept and it ended as expected: then what is not in its
  /// output was not printed.
  var isWhole: Bool {
    guard let result, result.verdict == .pass else { return false }
    return !result.stdout.isTruncated && !result.stderr.isTruncated
  }

  /// Why nothing can be said of it, or nil.
  var obstacle: String? {
    guard let result else { return "“\(name)” has not run" }
    switch result.verdict {
    case .skipped: return "“\(name)” did not run"
    case .fail: return "“\(name)” failed"
    case .unknown: return "it is not known how “\(name)” ended"
    case .pass: return isWhole ? nil : "not all of what “\(name)” printed was kept"
    }
  }

  /// What it printed, when it printed to one stream only; nil when to both.
  var output: String? {
    guard let result else { return nil }
    if result.stderr.text.isBlankText { return result.stdout.text }
    return result.stdout.text.isBlankText ? result.stderr.text : nil
  }

  /// True when a filter, a loop or an operator stands in its text: then its output is a part of
  /// what was asked for.
  var isFiltered: Bool { text.utf8.contains { $0 == UInt8(ascii: "|") } }
}

extension String {
  /// True when it holds nothing but blanks and line ends.
  var isBlankText: Bool { utf8.allSatisfy { $0 <= 0x20 } }
}
