import Foundation

/// What the tests read of `gonogo plan --format json`.
struct PlanReport: Decodable {
  struct Command: Decodable {
    let line: Int
    let label: String?
    let effect: String
    let command: String
    let section: String
  }

  struct Claim: Decodable {
    let line: Int
    let text: String
    let kind: String
    let box: Bool
    let origin: String
    let rule: String
    let section: String
  }

  struct Blank: Decodable {
    let line: Int
    let label: String
    let origin: String
    let rule: String
    let section: String
  }

  struct Tool: Decodable {
    let name: String
    let found: Bool
  }

  struct Variable: Decodable {
    let name: String
    let line: Int
    let set: Bool
  }

  struct Problem: Decodable {
    let severity: String
    let code: String
    let file: String
    let line: Int?
    let column: Int?
  }

  let commands: [Command]
  let claims: [Claim]
  let blanks: [Blank]
  let tools: [Tool]
  let variables: [Variable]
  let diagnostics: [Problem]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(PlanReport.self, from: Data(text.utf8))
  }

  /// An answers file that answers every question of the document so that it would be a GO.
  var everythingAnswered: String {
    var text = "version: 1\nnotes: \"\(Self.notes)\"\nsections:\n"
    for (section, claims) in Dictionary(grouping: claims, by: \.section).sorted(by: {
      $0.key < $1.key
    }) {
      text += "  \(quoted(section)):\n"
      for claim in claims {
        text += "    \(quoted(claim.text)): \(claim.kind == "noGoCriterion" ? "no" : "yes")\n"
      }
    }
    return text
  }

  /// The notes in it.
  static let notes = "all of it answered"

  private func quoted(_ text: String) -> String {
    "\""
      + text.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"") + "\""
  }
}
