internal import Glibc
internal import Synchronization

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

  /// How a process joins a group of version 2.
  struct Unified: Sendable {
    /// The group itself, to be started in.
    let folder: Int32
    /// Its `cgroup.procs`, for kernels that start nothing in a group.
    let processes: Int32
  }

  private struct Place: Hashable {
    let folder: String
    let isSecond: Bool
  }

  /// The folder of each controller that could be had.
  private let folders: [Controller: String]
  /// Open files by which a process joins groups of version 1.
  let entrances: [Int32]
  /// How it joins the one of version 2, or nil.
  let unified: Unified?
  /// What its last folder is called.
  let name: String
  /// Those that are limited by version 2.
  private let isSecond: Set<Controller>
  private let files: GroupFiles
  private let delegation: GroupDelegation?
  private let isRemoved = Atomic(false)

  /// Makes the groups that these limits need; what cannot be had is left out.
  init(processes: Int?, memory: UInt64?, files: GroupFiles = .host) {
    let name = "gonogo-\(getpid())-\(ShellChannel.randomNumber())"
    self.name = name
    self.files = files
    var most: [Controller: UInt64] = [:]
    most[.pids] = processes.map { UInt64($0) }
    most[.memory] = memory
    var places = Self.places(files).filter { most[$0.key] != nil }
    for place in Set(places.values) { Self.sweep(place.folder, files) }
    let second = places.values.first { $0.isSecond }
    let delegation = second.map { place in
      GroupDelegation(
        place.folder, wanted: Set(places.filter { $0.value.isSecond }.keys),
        name: "gonogo-\(getpid())-self", files: files)
    }
    self.delegation = delegation
    if let delegation {
      places = places.filter { !$1.isSecond || delegation.controllers.contains($0) }
    }
    var folders: [Controller: String] = [:]
    for (controller, place) in places.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let folder = place.folder + "/" + name
      guard let most = most[controller], files.make(folder) else { continue }
      if Self.limit(controller, to: most, folder, place, files) {
        folders[controller] = folder
      } else if !folders.values.contains(folder) {
        _ = files.remove(folder)
      }
    }
    self.folders = folders
    // What joins is one thread. In version 1 it can say so, and then need not wait until every
    // processor has seen the change (cgroup_procs_write_start in Linux), which takes milliseconds.
    // In version 2 it is started in the group, which waits for nobody either.
    let first = Set(folders.filter { places[$0.key]?.isSecond == false }.values).sorted()
    entrances = first.map { files.open($0 + "/tasks", false) }.filter { $0 >= 0 }
    unified = folders.first { places[$0.key]?.isSecond == true }.flatMap { _, folder in
      let (group, processes) = (
        files.open(folder, true), files.open(folder + "/cgroup.procs", false)
      )
      if group >= 0, processes >= 0 { return Unified(folder: group, processes: processes) }
      for number in [group, processes] where number >= 0 { _ = close(number) }
      return nil
    }
    isSecond = Set(places.filter { $0.value.isSecond }.keys)
  }

  deinit {
    remove()
    for entrance in entrances { _ = close(entrance) }
    if let unified {
      _ = close(unified.folder)
      _ = close(unified.processes)
    }
  }

  /// True when it limits this.
  func limits(_ controller: Controller) -> Bool {
    guard folders[controller] != nil else { return false }
    return isSecond.contains(controller) ? unified != nil : !entrances.isEmpty
  }

  /// Removes the groups, which must be empty by now, and puts ours back as it was.
  func remove() {
    guard !isRemoved.exchange(true, ordering: .relaxed) else { return }
    for folder in Set(folders.values) { _ = files.remove(folder) }
    delegation?.undo()
  }

  private static func limit(
    _ controller: Controller, to most: UInt64, _ folder: String, _ place: Place, _ files: GroupFiles
  ) -> Bool {
    switch controller {
    case .pids: return files.write("\(most)", folder + "/pids.max")
    case .memory:
      let file = place.isSecond ? "/memory.max" : "/memory.limit_in_bytes"
      guard files.write("\(most)", folder + file) else { return false }
      // Else what is over the limit goes to the disk instead.
      _ =
        place.isSecond
        ? files.write("0", folder + "/memory.swap.max")
        : files.write("\(most)", folder + "/memory.memsw.limit_in_bytes")
      return true
    }
  }

  /// Where groups can be made: below the one we are in. Version 1 first where a machine has both.
  private static func places(_ files: GroupFiles) -> [Controller: Place] {
    let mounts = files.mounts()
    var places: [Controller: Place] = [:]
    for line in files.memberships() {
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
        let place = Place(
          folder: mount.place + (parts[2] == "/" ? "" : parts[2]), isSecond: isSecond)
        if places[controller] == nil || !isSecond { places[controller] = place }
      }
    }
    return places
  }

  /// Removes what a run that was killed left behind.
  private static func sweep(_ folder: String, _ files: GroupFiles) {
    for name in files.groups(folder) {
      let parts = name.split(separator: "-")
      guard parts.count == 3, parts[0] == "gonogo", let owner = Int32(parts[1]),
        kill(owner, 0) != 0, errno == ESRCH
      else { continue }
      _ = files.remove(folder + "/" + name)
    }
  }
}
