/// Finds what must not be seen in the values that a run is given.
package struct SecretFinder: Sendable {
  /// Whether a file or folder of this path exists; passed in so that this stays pure.
  private let exists: @Sendable (String) -> Bool

  /// A finder that asks `exists` whether a value is a path.
  package init(exists: @escaping @Sendable (String) -> Bool) {
    self.exists = exists
  }

  /// The secrets in the value of a variable: all of it when its name says so, and the passwords and
  /// tokens inside an address or a connection string. With `isNamed` somebody has said that it is
  /// one, and nothing speaks against it.
  package func secrets(name: String, value: String, isNamed: Bool = false) -> [Secret] {
    let inside = AddressSecrets(value).texts
    let isSecret =
      isNamed || !inside.isEmpty || SecretName.isSecret(name) && !isOrdinary(value, name)
    let values = isSecret ? [value] + inside : []
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }.map {
      Secret(name: name, value: $0)
    }
  }

  /// True for a switch, a number, the path of a file, or an address without a password: what stands
  /// under a name like a secret's without being one.
  private func isOrdinary(_ value: String, _ name: String) -> Bool {
    let word = value.lowercased()
    if ["true", "false", "yes", "no", "on", "off", "none", "null"].contains(word) { return true }
    if Double(value) != nil { return !SecretName.isPassword(name) }
    if value.hasPrefix("/") || value.hasPrefix("~") || value.hasPrefix("./"), exists(value) {
      return true
    }
    let address = AddressSecrets(value)
    return address.isAddress && address.texts.isEmpty && !name.uppercased().contains("WEBHOOK")
  }
}
