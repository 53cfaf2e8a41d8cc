internal import Glibc

/// A control group of this run, where the machine lets us make one: the only thing that holds root's
/// processes, and memory that many processes use together.
///
/// Version 1 has a tree for each controller; version 2 one for all, in which we may make groups where
/// ours was delegated to us.
final class ControlGroup: Sendable {
  /// What one limits.
  enum Controller: String, Sendable, CaseIterable {
    case pids
    case memory
  }

  /// The folder of each controller that could be had.
  private let folders: [Controller: String]
  /// Open files by which a process joins.
  let entrances: [Int32]
  /// What its last folder is called.
  let name: String

  /// Makes the groups that these limits need; what cannot be had is left out.
  init(processes: Int?, memory: UInt64?) {
    name = "gonogo-\(getpid())-\(ShellChannel.randomNumber())"
    let wanted: [(Controller, UInt64?)] = [
      (.pids, processes.map { UInt64($0) }), (.memory, memory),
    ]
    let places = Self.places()
    var folders: [Controller: String] = [:]
    var doors: Set<String> = []
    for case (let controller, let most?) in wanted {
      guard let place = places[controller] else { continue }
      Self.sweep(place.folder)
      let folder = place.folder + "/" + name
      guard unsafe mkdir(folder, 0o755) == 0 || errno == EEXIST else { continue }
      let file =
        controller == .pids ? "pids.max" : place.isSecond ? "memory.max" : "memory.limit_in_bytes"
      guard Self.write("\(most)", folder + "/" + file) else {
        _ = unsafe rmdir(folder)
        continue
      }
      // Else what is over the limit goes to the disk instead.
      if controller == .memory {
        _ =
          place.isSecond
          ? Self.write("0", folder + "/memory.swap.max")
          : Self.write("\(most)", folder + "/memory.memsw.limit_in_bytes")
      }
      folders[controller] = folder
      // What joins is one thread. In version 1 it can say so, and then need not wait until every
      // processor has seen the change (cgroup_procs_write_start in Linux), which takes milliseconds.
      doors.insert(folder + (place.isSecond ? "/cgroup.procs" : "/tasks"))
    }
    self.folders = folders
    entrances = doors.sorted().map { unsafe open($0, O_WRONLY | O_CLOEXEC) }.filter { $0 >= 0 }
  }

  deinit {
    for entrance in entrances { _ = close(entrance) }
    remove()
  }

  /// True when it limits this.
  func limits(_ controller: Controller) -> Bool { folders[controller] != nil && !entrances.isEmpty }

  /// Removes the groups, which must be empty by now.
  func remove() {
    for folder in Set(folders.values) {
      for _ in 0..<50 where unsafe rmdir(folder) != 0 && errno == EBUSY { usleep(2_000) }
    }
  }

  /// Where groups can be made: below the one we are in.
  private static func places() -> [Controller: (folder: String, isSecond: Bool)] {
    let mounts = ProcessFile.mounts(of: "self")
    var places: [Controller: (folder: String, isSecond: Bool)] = [:]
    for line in ProcessFile.lines("/proc/self/cgroup") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let names = parts[1].split(separator: ",").map(String.init)
      for controller in Controller.allCases {
        let isSecond = parts[0] == "0"
        guard isSecond || names.contains(controller.rawValue) else { continue }
        let mount = mounts.last {
          isSecond
            ? $0.type == "cgroup2"
            : $0.type == "cgroup" && $0.superOptions.contains(controller.rawValue)
        }
        guard let mount else { continue }
        let folder = mount.place + (parts[2] == "/" ? "" : parts[2])
        if isSecond, !isDelegated(controller, folder) { continue }
        if places[controller] == nil || !isSecond { places[controller] = (folder, isSecond) }
      }
    }
    return places
  }

  /// True when groups below `folder` may have this controller.
  private static func isDelegated(_ controller: Controller, _ folder: String) -> Bool {
    ProcessFile.lines(folder + "/cgroup.subtree_control").first?.split(separator: " ")
      .contains { $0 == controller.rawValue } == true
  }

  /// Removes what a run that was killed left behind.
  private static func sweep(_ folder: String) {
    for (name, isFolder) in HostPath.entries(of: folder) where isFolder {
      let parts = name.split(separator: "-")
      guard parts.count == 3, parts[0] == "gonogo", let owner = Int32(parts[1]),
        kill(owner, 0) != 0, errno == ESRCH
      else { continue }
      _ = unsafe rmdir(folder + "/" + name)
    }
  }

  private static func write(_ text: String, _ path: String) -> Bool {
    let number = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { return false }
    return Descriptor(owning: number).writeAll(Array(text.utf8))
  }
}
