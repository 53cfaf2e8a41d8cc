package import GonogoCore

/// Writes sidecars, new ones and into those that exist, of which no byte is changed.
package struct SidecarDraft {
  /// One entry to write.
  package struct Entry: Sendable {
    /// The heading of its section.
    package let section: String
    /// The text of the claim or the label of the blank.
    package let text: String
    /// The directive.
    package let directive: String
    /// A remark to stand above it.
    package let remark: String
    /// False when it is written as a comment.
    package let isActive: Bool

    /// An entry; see the properties.
    package init(
      section: String, text: String, directive: String, remark: String, isActive: Bool
    ) {
      self.section = section
      self.text = text
      self.directive = directive
      self.remark = remark
      self.isActive = isActive
    }
  }

  /// True when a sidecar can name `text`.
  package static func canName(_ text: String) -> Bool { YAMLText.isKey(text) }

  private let sections: [(heading: String, entries: [Entry])]

  /// A draft of `entries`, grouped by section in the order in which these come.
  package init(_ entries: [Entry]) {
    var sections: [(heading: String, entries: [Entry])] = []
    var places: [String: Int] = [:]
    for entry in entries {
      if let place = places[entry.section] {
        sections[place].entries.append(entry)
      } else {
        places[entry.section] = sections.count
        sections.append((entry.section, [entry]))
      }
    }
    self.sections = sections
  }

  /// A new sidecar; `title` is a comment at its top.
  package func text(title: String) -> String {
    let head = "# \(YAMLText.comment(title))\nversion: 1\nsections:\n"
    // A mapping of comments alone has no value at all.
    return head + lines(of: sections, outer: "  ", inner: "    ").map { $0 + "\n" }.joined()
  }

  /// `text` with the entries added to it, or nil when it is written in a form that they cannot be
  /// added to.
  ///
  /// - Parameters:
  ///   - text: the sidecar there is.
  ///   - sidecar: what it says.
  /// - Returns: all of it, or nil.
  package func merged(into text: String, _ sidecar: Sidecar) -> String? {
    let newline = text.contains("\r\n") ? "\r\n" : "\n"
    let old = text.replacing("\r\n", with: "\n")
    var lines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let fresh = withoutRepeats(of: Set(lines.map(Self.trimmed)))
    for addsAtEnd in [true, false] {
      guard let merged = fresh.added(to: lines, sidecar, addsAtEnd: addsAtEnd) else { continue }
      let result = merged.map { $0 + newline }.joined()
      if keeps(sidecar, in: SidecarReader.read(result, file: sidecar.file)) { return result }
    }
    return nil
  }

  /// Without commented entries that the file has already.
  private func withoutRepeats(of lines: Set<String>) -> SidecarDraft {
    SidecarDraft(
      sections.flatMap(\.entries).filter { entry in
        entry.isActive || !lines.contains(Self.trimmed(Self.line(of: entry)))
      })
  }

  private func keeps(_ sidecar: Sidecar, in reading: SettingsReading<Sidecar>) -> Bool {
    guard reading.diagnostics.isEmpty, reading.value.variables == sidecar.variables else {
      return false
    }
    func key(_ section: String, _ text: String, _ directive: String) -> [String] {
      [section, text, directive]
    }
    let found = Set(reading.value.entries.map { key($0.section, $0.text, $0.directive) })
    let old = sidecar.entries.map { key($0.section, $0.text, $0.directive) }
    let new = sections.flatMap(\.entries).filter(\.isActive).map {
      key($0.section, $0.text, $0.directive)
    }
    return found == Set(old + new)
  }

  /// The lines with the entries between them: right below the heading of their section where there
  /// is one, new sections at the end or before the first one.
  private func added(to lines: [String], _ sidecar: Sidecar, addsAtEnd: Bool) -> [String]? {
    let outer = sidecar.entries.map(\.sectionLocation).min()
    let bySection = Dictionary(grouping: sidecar.entries, by: \.section)
    let headings = Dictionary(
      lines.enumerated().map { (Self.trimmed($1), $0) }, uniquingKeysWith: { first, _ in first })
    var insertions: [Int: [String]] = [:]
    var unknown: [(heading: String, entries: [Entry])] = []
    for section in sections {
      guard
        let first = bySection[section.heading]?.min(by: { $0.textLocation < $1.textLocation })
      else {
        if let place = headings[YAMLText.key(section.heading) + ":"] {
          // Its entries were taken out, its heading is still there.
          let indent = String(lines[place].prefix { $0 == " " }) + "  "
          insertions[place + 1, default: []] += section.entries.flatMap {
            Self.lines(of: $0, indent: indent)
          }
        } else {
          unknown.append(section)
        }
        continue
      }
      guard first.textLocation.line > first.sectionLocation.line else { return nil }
      let indent = String(repeating: " ", count: first.textLocation.column - 1)
      insertions[first.sectionLocation.line, default: []] += section.entries.flatMap {
        Self.lines(of: $0, indent: indent)
      }
    }
    var tail: [String] = []
    if let outer {
      let indent = String(repeating: " ", count: outer.column - 1)
      let added = self.lines(of: unknown, outer: indent, inner: indent + "  ")
      if addsAtEnd { tail = added } else { insertions[outer.line - 1, default: []] += added }
    } else if !unknown.isEmpty {
      if !lines.contains(where: { $0.hasPrefix("version:") }) { tail.append("version: 1") }
      tail.append("sections:")
      tail += self.lines(of: unknown, outer: "  ", inner: "    ")
    }
    var result = insertions[0] ?? []
    for (index, line) in lines.enumerated() {
      result.append(line)
      result += insertions[index + 1] ?? []
    }
    return result + tail
  }

  private func lines(
    of sections: [(heading: String, entries: [Entry])], outer: String, inner: String
  ) -> [String] {
    sections.flatMap { section in
      let mark = section.entries.contains(where: \.isActive) ? "" : "# "
      return [outer + mark + YAMLText.key(section.heading) + ":"]
        + section.entries.flatMap { Self.lines(of: $0, indent: inner) }
    }
  }

  private static func lines(of entry: Entry, indent: String) -> [String] {
    [indent + "# " + YAMLText.comment(entry.remark), indent + line(of: entry)]
  }

  private static func line(of entry: Entry) -> String {
    (entry.isActive ? "" : "# ") + YAMLText.key(entry.text) + ": " + YAMLText.value(entry.directive)
  }

  private static func trimmed(_ line: String) -> String {
    String(line.drop { $0 == " " })
  }
}
