/// Finds what must not be seen in the values that a run is given.
package struct SecretFinder: Sendable {
  /// Whether a file or folder of this path exists; passed in so that this stays pure.
  private let exists: @Sendable (String) -> Bool

  /// A finder that asks `exists` whether a value is a path.
  package init(exists: @escaping @Sendable (String) -> Bool) {
    self.exists = exists
  }

  /// The secrets in the value of a variable: all of it when its name says so, the passwords and
  /// tokens inside an address or a connection string, and the texts in JSON that is secret or whose
  /// members are named like secrets. With `isNamed` somebody has said that it is one, and nothing
  /// speaks against it.
  package func secrets(name: String, value: String, isNamed: Bool = false) -> [Secret] {
    var inside = AddressSecrets(value).texts
    let members = JSONTexts(value).members.filter {
      $0.text.utf8.count >= Secret.shortestSpelled && (isNamed || !isOrdinary($0.text, $0.name))
    }
    inside += members.filter { SecretName.isSecret($0.name) }.map(\.text)
    let isSecret =
      isNamed || !inside.isEmpty || SecretName.isSecret(name) && !isOrdinary(value, name)
    if isSecret { inside += members.map(\.text) }
    let values = isSecret ? [value] + inside : []
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }.map {
      Secret(name: name, value: $0)
    }
  }

  /// True for a switch, a short number, the path of a file, or an address without a password: what stands
  /// under a name like a secret's without being one.
  private func isOrdinary(_ value: String, _ name: String) -> Bool {
    let word = value.lowercased()
    if ["true", "false", "yes", "no", "on", "off", "none", "null"].contains(word) { return true }
    if isShortNumber(value) { return !SecretName.isPassword(name) }
    if value.hasPrefix("/") || value.hasPrefix("~") || value.hasPrefix("./"), exists(value) {
      return true
    }
    let address = AddressSecrets(value)
    return address.isAddress && address.texts.isEmpty && !name.uppercased().contains("WEBHOOK")
  }

  /// A decimal number of at most six digits: a port, a size, a lifetime. What has more digits, or is
  /// written in another way, can be a key.
  private func isShortNumber(_ value: String) -> Bool {
    let text = value.hasPrefix("-") ? value.dropFirst() : value[...]
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && text.utf8.count <= 7
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.count <= 6 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
