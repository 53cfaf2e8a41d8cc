internal import Glibc

extension Sandbox {
  /// `/dev/null` for reading.
  static func openNull() throws(SandboxError) -> Descriptor {
    let number = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard number >= 0 else {
      throw SandboxError("/dev/null cannot be opened", cure: "repair /dev on this machine")
    }
    return Descriptor(owning: number)
  }
}
