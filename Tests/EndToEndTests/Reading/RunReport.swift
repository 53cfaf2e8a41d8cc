/// What the tests read of `run.json`.
struct RunReport: Decodable {
  struct Source: Decodable {
    let kind: String
    let by: String?
    let at: String?
    let answer: String?
    let note: String?
  }

  struct Claim: Decodable {
    let line: Int
    let text: String
    let kind: String
    let verdict: String
    let because: String
    let source: Source
  }

  struct Blank: Decodable {
    let line: Int
    let label: String
    let text: String?
    let because: String
    let source: Source
  }

  struct Step: Decodable {
    let line: Int
    let label: String?
    let outcome: String
    let exit: Int?
    let pipeline: [Int]?
    let note: String?
    let verdict: String
  }

  struct Section: Decodable {
    let heading: String
    let line: Int
    let verdict: String
  }

  struct Reason: Decodable {
    let line: Int
    let section: String
    let text: String
    let verdict: String
  }

  struct End: Decodable {
    let head: String
    let records: Int
  }

  let v: Int
  let run: String
  let decision: String
  let operatorName: String
  let sandbox: String
  let notes: String?
  let check: String?
  let claims: [Claim]
  let blanks: [Blank]
  let steps: [Step]
  let sections: [Section]
  let reasons: [Reason]
  let journal: End

  enum CodingKeys: String, CodingKey {
    case v, run, decision, sandbox, notes, check, claims, blanks, steps, sections, reasons, journal
    case operatorName = "operator"
  }
}
