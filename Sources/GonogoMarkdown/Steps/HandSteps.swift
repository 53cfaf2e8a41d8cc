/// What people are to do behind the last step, as far as it has been looked for: each block once.
struct HandSteps {
  /// The block of that step.
  let step: Int
  /// The first block that was not looked at.
  var next: Int
  /// The words of the first such sentence, or nil.
  var found: String?
  /// The paragraph that is being read, with the line and words of the first such sentence in it.
  var open: (block: Int, line: Int, sentence: String?)?

  /// Nothing found behind the step in block `step` yet.
  init(behind step: Int) {
    self.step = step
    next = step + 1
  }
}
