/// A socket of the host that commands may connect to.
package struct SocketBinding: Sendable, Hashable {
  /// The absolute path on the host, links resolved.
  package let host: String
  /// The variable that says where it is, or nil.
  package let variable: String?
  /// What stands before the path in that variable, as `unix://` does.
  package let prefix: String

  /// A binding; see the properties.
  package init(host: String, variable: String? = nil, prefix: String = "") {
    self.host = host
    self.variable = variable
    self.prefix = prefix
  }

  /// Where it shows inside. One that a variable leads to often lies in `/tmp`, which commands write
  /// and could lay a trap in for the next step; so it is shown where none can write.
  package var inside: String {
    variable.map { "/run/gonogo/" + $0 } ?? host
  }
}
