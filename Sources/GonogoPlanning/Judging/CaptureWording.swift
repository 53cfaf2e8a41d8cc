internal import GonogoCore
package import GonogoEvidence

/// Captures as people read them.
package enum CaptureWording {
  /// `mean_exec_time[1] = 12.3 ms, max_exec_time[1] = 45.6 ms`.
  package static func list(_ candidates: [CaptureMatch.Candidate]) -> String {
    candidates.prefix(6).map { shown($0) }.joined(separator: ", ")
      + (candidates.count > 6 ? ", …" : "")
  }

  /// `mean_exec_time[1] = 12.3 ms`.
  package static func shown(_ candidate: CaptureMatch.Candidate) -> String {
    let capture = candidate.capture
    let unit = capture.quantity?.unit.symbol ?? ""
    let isInText = unit.isEmpty || capture.text.hasSuffix(unit)
    return "\(capture.reference) = \(capture.text)" + (isInText ? "" : " \(unit)")
  }
}
