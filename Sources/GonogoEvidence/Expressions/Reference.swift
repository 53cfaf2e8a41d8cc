/// Something outside itself that a directive names: a capture, a command, a query.
package struct Reference: Sendable, Hashable {
  /// What is named.
  package enum Subject: Sendable, Hashable {
    /// A capture, perhaps qualified.
    case capture(CapturePath)
    /// The section, step or command in `passed("…")`.
    case passed(String)
    /// The step or command in `exit("…")`.
    case exit(String)
    /// The step or command in `output("…")`.
    case output(String)
    /// The query in `sql("…")`.
    case sql(String)
    /// The recorded number in `baseline("…")`.
    case baseline(String)
  }

  /// What is named.
  package let subject: Subject
  /// Where, in characters from the start of the directive's text; from 0.
  package let offset: Int

  /// A reference; see the properties.
  package init(_ subject: Subject, at offset: Int) {
    self.subject = subject
    self.offset = offset
  }
}

extension Expression {
  /// Everything outside itself that it names, in the order in which it is written.
  package var references: [Reference] {
    var found: [Reference] = []
    var waiting = [self]
    while let next = waiting.popLast() {
      if let subject = next.subject { found.append(Reference(subject, at: next.offset)) }
      waiting.append(contentsOf: next.operands.reversed())
    }
    return found
  }

  /// What it names itself, apart from its operands.
  var subject: Reference.Subject? {
    switch self {
    case .capture(let path, _): .capture(path)
    case .passed(let name, _): .passed(name)
    case .exit(let name, _): .exit(name)
    case .output(let name, _): .output(name)
    case .sql(let query, _): .sql(query)
    case .baseline(let name, _): .baseline(name)
    default: nil
    }
  }
}
