/// How an expression names a capture: `active`, `baseline.active`, `mean_exec_time[1]`,
/// `pods.items[0].status`, `"1. Database Health Check".active`.
///
/// The text alone does not say where the qualifier (a step, section or command) ends and the name
/// begins, nor whether a last `[1]` is a table row or a part of a JSON path; `readings` lists the
/// possibilities and the evaluator asks the scope about each.
package struct CapturePath: Sendable, Hashable {
  /// One piece of a path.
  package enum Segment: Sendable, Hashable {
    /// A name, written plainly, between backquotes, or (before a dot) between quotes.
    case name(String)
    /// A number in square brackets, not negative.
    case index(Int)
  }

  /// One way of taking a path apart.
  package struct Reading: Sendable, Hashable {
    /// The names of the step, section or command it is in, outermost first; empty for none.
    package let qualifier: [String]
    /// The name of the capture.
    package let name: String
    /// The table row, from 1, or nil.
    package let row: Int?

    /// A reading; see the properties.
    package init(qualifier: [String], name: String, row: Int?) {
      self.qualifier = qualifier
      self.name = name
      self.row = row
    }
  }

  /// More pieces than this are refused by the parser.
  package static let longest = 16

  /// The pieces in order; the first is a name.
  package let segments: [Segment]

  /// The path made of `segments`.
  package init(_ segments: [Segment]) { self.segments = segments }

  /// Every way of taking it apart, the longest capture name first.
  package var readings: [Reading] {
    var found: [Reading] = []
    var qualifier: [String] = []
    for start in segments.indices {
      guard case .name(let first) = segments[start] else { break }
      let rest = segments[start...]
      found.append(Reading(qualifier: qualifier, name: Self.joined(rest), row: nil))
      if rest.count > 1, case .index(let row)? = rest.last, row > 0 {
        found.append(
          Reading(qualifier: qualifier, name: Self.joined(rest.dropLast()), row: row))
      }
      qualifier.append(first)
    }
    return found
  }

  private static func joined(_ segments: ArraySlice<Segment>) -> String {
    var text = ""
    for segment in segments {
      switch segment {
      case .name(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}

extension CapturePath: CustomStringConvertible {
  /// The path as an expression writes it; names that are no plain words stand between backquotes.
  package var description: String {
    var text = ""
    for segment in segments {
      switch segment {
      case .name(let name):
        if !text.isEmpty { text += "." }
        text += ExpressionLexer.isPlainName(name) ? name : "`\(Self.escaped(name))`"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  private static func escaped(_ name: String) -> String {
    var text = ""
    for character in name {
      if character == "`" || character == "\\" { text.append("\\") }
      text.append(character)
    }
    return text
  }
}
