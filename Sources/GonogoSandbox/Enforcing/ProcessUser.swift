/// Who a process runs as.
package struct ProcessUser: Sendable, Hashable {
  /// The user id.
  package let user: UInt32
  /// The group id.
  package let group: UInt32
  /// The other groups.
  package let groups: [UInt32]

  /// A user; see the properties.
  package init(user: UInt32, group: UInt32, groups: [UInt32]) {
    self.user = user
    self.group = group
    self.groups = groups
  }
}
