internal import Glibc

/// The group of the unified hierarchy (cgroup v2) that we are in, made ready for limited groups below
/// it, where it was delegated to us: `systemd-run --user --scope -p Delegate=yes gonogo …`.
///
/// A group whose children have limits must not hold processes itself ("no internal processes" in
/// cgroups(7)). So we move into a child of our own, without limits, and have the controllers enabled.
/// Where anybody else is in the group that is refused, and all stays as it was: whose processes these
/// are is not ours to say.
struct GroupDelegation: Sendable {
  /// The group that we were in.
  let folder: String
  /// What groups below it can limit.
  let controllers: Set<ControlGroup.Controller>
  private let files: GroupFiles
  /// The child that we moved into, or nil.
  private let shelter: String?
  /// What was enabled by us.
  private let enabled: [ControlGroup.Controller]

  /// Makes `folder` ready for as many of the `wanted` controllers as can be had; `name` is what our
  /// own child is called.
  init(
    _ folder: String, wanted: Set<ControlGroup.Controller>, name: String, files: GroupFiles
  ) {
    self.folder = folder
    self.files = files
    let before = Self.words(folder + "/cgroup.subtree_control", files)
    let offered = Self.words(folder + "/cgroup.controllers", files)
    let missing = wanted.subtracting(before).intersection(offered)
      .sorted { $0.rawValue < $1.rawValue }
    if missing.isEmpty {
      (controllers, enabled, shelter) = (wanted.intersection(before), [], nil)
      return
    }
    let shelter = folder + "/" + name
    if Self.enable(missing, folder, files) {
      (controllers, enabled, self.shelter) = (wanted.intersection(offered), missing, nil)
      return
    }
    let isOurs = files.lines(folder + "/cgroup.procs").allSatisfy { $0 == "\(getpid())" }
    if isOurs, files.make(shelter) {
      if files.write("0", shelter + "/cgroup.procs"), Self.enable(missing, folder, files) {
        (controllers, enabled, self.shelter) = (wanted.intersection(offered), missing, shelter)
        return
      }
      _ = files.write("0", folder + "/cgroup.procs")
      _ = files.remove(shelter)
    }
    (controllers, enabled, self.shelter) = (wanted.intersection(before), [], nil)
  }

  /// All of them or none: the kernel takes one line as a whole.
  private static func enable(
    _ controllers: [ControlGroup.Controller], _ folder: String, _ files: GroupFiles
  ) -> Bool {
    files.write(
      controllers.map { "+" + $0.rawValue }.joined(separator: " "),
      folder + "/cgroup.subtree_control")
  }

  private static func words(
    _ path: String, _ files: GroupFiles
  ) -> Set<ControlGroup.Controller> {
    let words = files.lines(path).first?.split(separator: " ") ?? []
    return Set(words.compactMap { ControlGroup.Controller(rawValue: String($0)) })
  }

  /// Puts everything back, once the groups below are gone.
  func undo() {
    if !enabled.isEmpty {
      _ = files.write(
        enabled.map { "-" + $0.rawValue }.joined(separator: " "),
        folder + "/cgroup.subtree_control")
    }
    if let shelter {
      _ = files.write("0", folder + "/cgroup.procs")
      _ = files.remove(shelter)
    }
  }
}
