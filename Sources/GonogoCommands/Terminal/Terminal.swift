internal import Glibc
internal import GonogoCore
internal import GonogoRedaction

/// What gonogo prints: text with or without colour, written out at once.
///
/// Everything for the screen goes through here: secrets are taken out of it, and whatever would move
/// the cursor, hide or turn something is made visible, but for our own colours.
final class Terminal {
  /// A colour or weight.
  enum Style: String, CaseIterable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  private let descriptor: Int32
  /// True when a person is looking.
  let isInteractive: Bool
  /// True when colours are wanted (NO_COLOR, TERM=dumb, no terminal).
  let hasColor: Bool
  private var statusWidth = 0
  private var isAtLineStart = true

  /// A terminal on `descriptor` (1 or 2).
  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    isInteractive = isatty(descriptor) == 1
    let term = HostEnvironment.value("TERM") ?? ""
    let noColor = HostEnvironment.value("NO_COLOR") ?? ""
    hasColor = isInteractive && noColor.isEmpty && term != "dumb"
  }

  /// Writes a line.
  func line(_ text: String = "") {
    clearStatus()
    write(text + "\n")
  }

  /// Begins a new line, unless that is where the next text goes anyway.
  func freshLine() {
    clearStatus()
    if !isAtLineStart { write("\n") }
  }

  /// Writes JSON on a line of its own; what cannot be seen in it is escaped.
  func json(_ value: JSONValue) {
    let text = Redaction.clean(value.compact, ProcessSecrets.current)
    put(Array((VisibleText.json(text) + "\n").utf8)[...])
  }

  /// Writes text.
  func write(_ text: String) {
    put(Array(VisibleText.styled(Redaction.clean(text, ProcessSecrets.current)).utf8)[...])
  }

  /// The one place that writes to the screen.
  private func put(_ bytes: ArraySlice<UInt8>) {
    if let last = bytes.last { isAtLineStart = last == 0x0A || last == 0x0D }
    var bytes = bytes
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// `text` in a style, when colours are wanted.
  func styled(_ text: String, _ style: Style) -> String {
    hasColor ? VisibleText.mark(style.rawValue) + text + VisibleText.mark("0") : text
  }

  /// Shows a line that the next line replaces; nothing without a terminal.
  func status(_ text: String) {
    guard isInteractive else { return }
    let clipped = VisibleText.line(Redaction.clean(text, ProcessSecrets.current)).prefix(78)
    let rest = String(repeating: " ", count: max(0, statusWidth - clipped.count))
    put(Array(("\r" + clipped + rest).utf8)[...])
    statusWidth = clipped.count
  }

  /// Removes the line of `status`.
  func clearStatus() {
    guard statusWidth > 0 else { return }
    put(Array(("\r" + String(repeating: " ", count: statusWidth) + "\r").utf8)[...])
    statusWidth = 0
  }
}
