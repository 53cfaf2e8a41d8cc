/// What has to be looked after while something else is waited for.
package struct Tending {
  /// What to wait on beside one's own; changes from one waiting to the next, empty when there is
  /// nothing.
  package let descriptors: () -> [Int32]
  /// To be called when one of them is ready, and about every second.
  package let tend: () -> Void

  /// Something to look after.
  package init(descriptors: @escaping () -> [Int32], tend: @escaping () -> Void) {
    self.descriptors = descriptors
    self.tend = tend
  }

  /// Nothing.
  package static var nothing: Tending { Tending(descriptors: { [] }, tend: {}) }
}
