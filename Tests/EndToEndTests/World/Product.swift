import Foundation

/// The program under test and what lies beside it in the package.
enum Product {
  /// The gonogo of the same build as these tests: it stands in the folder of the running program,
  /// or above the bundle that the program stands in.
  static let path: String = {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let program = folder.appendingPathComponent("gonogo").path
      var isFolder: ObjCBool = false
      let exists = unsafe FileManager.default.fileExists(atPath: program, isDirectory: &isFolder)
      if exists, !isFolder.boolValue { return program }
    }
    return "gonogo, which was not built beside the tests"
  }()

  /// The root of the package.
  static let package: String = {
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().pathComponents
    return NSString.path(withComponents: file.dropLast(4))
  }()

  /// A path in the package.
  static func file(_ name: String) -> String { "\(package)/\(name)" }

  /// A path in the folder beside the package that holds shared samples, when it is there.
  static func shared(_ name: String) -> String? {
    let path = NSString.path(
      withComponents: (package as NSString).pathComponents.dropLast() + ["shared", name])
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
