internal import FuzzTargets

#if canImport(Glibc)
  internal import Glibc
#endif

/// libFuzzer's own entry; it reads its options from the arguments.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The target that `FUZZ_TARGET` names.
private let target = unsafe getenv("FUZZ_TARGET").flatMap {
  unsafe FuzzTarget(rawValue: String(cString: $0))
}

/// What libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// Feeds one target with what libFuzzer makes up.
@main enum Main {
  static func main() {
    guard target != nil else {
      print("FUZZ_TARGET is one of", FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))
      exit(2)
    }
    var count = CommandLine.argc
    var arguments = unsafe CommandLine.unsafeArgv
    exit(unsafe runDriver(&count, &arguments) { unsafe testOneInput($0, $1) })
  }
}
