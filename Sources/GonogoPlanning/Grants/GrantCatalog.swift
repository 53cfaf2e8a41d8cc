/// The grants there are, read from the data file `Rules/grants.rules`.
package struct GrantCatalog: Sendable {
  /// The grants in the order of the file.
  package private(set) var grants: [Grant] = []

  /// The grants that ship with gonogo; a test sees to it that their rules can be read.
  package static let standard =
    (try? GrantCatalog(parsing: String(decoding: PackageResources.grants_rules, as: UTF8.self)))
    ?? GrantCatalog()

  private init() {}

  /// The grant of this name, or nil.
  package func named(_ name: String) -> Grant? { grants.first { $0.name == name } }

  /// What a command that runs `tools` may need, each once.
  package func needed(by tools: [String]) -> [Grant] {
    let names = Set(tools.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    return grants.filter { !names.isDisjoint(with: $0.programs) }
  }

  /// Reads the rules.
  ///
  /// - Throws: `GrantRulesError` for a line that cannot be read.
  package init(parsing text: String) throws(GrantRulesError) {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let all = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let words = all.prefix { !$0.hasPrefix("#") }
      guard let kind = words.first else { continue }
      if let fault = take(kind, Array(words.dropFirst())) {
        throw GrantRulesError(line: index + 1, message: fault)
      }
    }
  }

  /// Takes one line and returns what is wrong with it, or nil.
  private mutating func take(_ kind: String, _ words: [String]) -> String? {
    if kind == "grant" {
      guard let name = words.first else { return "the grant has no name" }
      guard named(name) == nil else { return "there are two grants \(name)" }
      grants.append(Grant(name: name, programs: words))
      return nil
    }
    guard var grant = grants.popLast() else { return "no grant has begun" }
    defer { grants.append(grant) }
    if kind == "seldom" {
      grant.isSeldomNeeded = true
      return words.isEmpty ? nil : "“seldom” stands alone"
    }
    if words.isEmpty { return "nothing follows “\(kind)”" }
    switch kind {
    case "reads":
      grant.files += words
      return Self.fault(files: words)
    case "apart":
      grant.apart += words
      return Self.fault(files: words)
    case "socket":
      for word in words {
        guard word.hasPrefix("/") || word.hasPrefix("$") else {
          return "\(word) is neither a path nor a variable"
        }
        let isPath = word.hasPrefix("/")
        grant.sockets.append(isPath ? .path(word) : .variable(String(word.dropFirst())))
      }
    case "takes":
      grant.variables += words
      return Self.fault(variables: words)
    case "paths":
      grant.pathVariables += words
      return Self.fault(variables: words)
    case "secret":
      grant.secrets += words
      return Self.fault(variables: words)
    case "beware": grant.warning = words.joined(separator: " ")
    default: return "“\(kind)” is no rule"
    }
    return nil
  }

  private static func fault(files: [String]) -> String? {
    files.first { file in
      let parts = file.split(separator: "/", omittingEmptySubsequences: false)
      return parts.first != "~" || parts.count < 2
        || parts.dropFirst().contains { ["", ".", ".."].contains($0) }
    }.map { "\($0) is no path below ~/" }
  }

  private static func fault(variables: [String]) -> String? {
    variables.first { name in
      !name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
    }.map { "\($0) is no name of a variable" }
  }
}
