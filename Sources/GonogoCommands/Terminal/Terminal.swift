internal import Glibc

/// What gonogo prints: text with or without colour, written out at once.
final class Terminal {
  /// A colour or weight.
  enum Style: String {
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

  /// Writes text as it is.
  func write(_ text: String) {
    if let last = text.utf8.last { isAtLineStart = last == 0x0A || last == 0x0D }
    var bytes = Array(text.utf8)[...]
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
    hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Shows a line that the next line replaces; nothing without a terminal.
  func status(_ text: String) {
    guard isInteractive else { return }
    let clipped = text.prefix(78)
    write("\r" + clipped + String(repeating: " ", count: max(0, statusWidth - clipped.count)))
    statusWidth = clipped.count
  }

  /// Removes the line of `status`.
  func clearStatus() {
    guard statusWidth > 0 else { return }
    write("\r" + String(repeating: " ", count: statusWidth) + "\r")
    statusWidth = 0
  }
}
