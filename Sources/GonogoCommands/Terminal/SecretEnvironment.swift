internal import Glibc
internal import GonogoRedaction

/// Our own environment as others see it in `/proc`: the memory that we were started with.
enum SecretEnvironment {
  /// Takes every secret out of that memory. Where we still need a variable ourselves, as libpq may,
  /// its value goes on in memory of ours; programs that we start for ourselves get what they need.
  static func coverUp(_ secrets: [Secret]) {
    let tables = SecretTables(secrets)
    var index = 0
    // setenv below gives us another list of the same length.
    while let entry = unsafe environ[index] {
      index += 1
      let text = unsafe String(cString: entry)
      guard let equals = text.firstIndex(of: "=") else { continue }
      let name = String(text[..<equals])
      let value = String(text[text.index(after: equals)...])
      let isSecret =
        !SecretFinder.host.secrets(name: name, value: value).isEmpty
        || Redaction.clean(value, tables) != value
      guard isSecret, value.utf8.elementsEqual(text.utf8.dropFirst(name.utf8.count + 1)) else {
        continue
      }
      unsafe setenv(name, value, 1)
      unsafe memset(
        entry + name.utf8.count + 1, 0x2A, strlen(entry) - name.utf8.count - 1)
    }
  }
}
