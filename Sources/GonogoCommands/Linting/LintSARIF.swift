internal import GonogoCore

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0.
struct LintSARIF {
  private let report: LintReport
  private let documents: [String: Document]
  /// The codes that occur, in order; results point at them.
  private let codes: [String]
  private let places: [String: Int]

  init(_ report: LintReport) {
    self.report = report
    documents = Dictionary(
      report.sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    codes = Set(report.findings.map(\.code)).sorted()
    places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
  }

  func json() -> JSONValue {
    [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "gonogo", "version": .string(Version.current),
              "rules": .array(codes.map(rule)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(report.findings.map(result)),
        ]
      ],
    ]
  }

  private func rule(_ code: String) -> JSONValue {
    let isShellcheck = code.hasPrefix("SC")
    let text = DiagnosticCodes.meaning(of: code) ?? (isShellcheck ? "shellcheck \(code)" : code)
    var members = [
      JSONMember("id", .string(code)), JSONMember("shortDescription", ["text": .string(text)]),
    ]
    if isShellcheck {
      members.append(JSONMember("helpUri", .string("https://www.shellcheck.net/wiki/\(code)")))
    }
    return .object(members)
  }

  private func result(_ diagnostic: Diagnostic) -> JSONValue {
    let text = diagnostic.message + (diagnostic.cure.map { "; \($0)" } ?? "")
    var place: JSONObject = [
      JSONMember("artifactLocation", ["uri": .string(Self.uri(diagnostic.file))])
    ]
    if let location = diagnostic.location {
      place.append(
        JSONMember(
          "region",
          [
            "startLine": .integer(location.line),
            "startColumn": .integer(column(location, diagnostic.file)),
          ]))
    }
    return [
      "ruleId": .string(diagnostic.code), "ruleIndex": .integer(places[diagnostic.code] ?? -1),
      "level": .string(diagnostic.severity.rawValue), "message": ["text": .string(text)],
      "locations": [["physicalLocation": .object(place)]],
    ]
  }

  /// The column in code points; ours are characters.
  private func column(_ location: SourceLocation, _ file: String) -> Int {
    guard let document = documents[file] else { return location.column }
    let line = document.text(document.contentRange(ofLine: location.line))
    let before = line.prefix(location.column - 1)
    return before.unicodeScalars.count + location.column - before.count
  }

  /// A path as a URI reference.
  static func uri(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let encoded = path.utf8.reduce(into: "") { result, byte in
      if plain.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }
}
