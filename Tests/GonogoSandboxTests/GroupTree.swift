import Foundation
import Synchronization

@testable import GonogoSandbox

/// A machine's control groups of version 2, with the kernel's rules as cgroups(7) has them: a group
/// offers what its parent has enabled; one that holds processes can enable nothing for its children,
/// nor the other way round; only what is empty can be removed. The root is free of the second rule.
final class GroupTree: Sendable {
  struct Group: Equatable {
    var processes: Set<String> = []
    var enabled: Set<String> = []
    var limits: [String: String] = [:]
  }

  private struct State {
    var groups: [String: Group]
    var refused: [String] = []
    var moves = 0
  }

  private static let mount = "/sys/fs/cgroup"
  private let state: Mutex<State>
  private let home: String
  private let isWritable: Bool
  private let own = "\(getpid())"

  /// Groups with our process, and `others`, in the group `home`; the root has these controllers, and
  /// every group above ours passes them on.
  init(home: String, controllers: Set<String>, others: [String] = [], isWritable: Bool = true) {
    self.home = home
    self.isWritable = isWritable
    var groups: [String: Group] = [:]
    var path = ""
    groups[""] = Group(enabled: home.isEmpty ? [] : controllers)
    for part in home.split(separator: "/") {
      path += "/" + part
      groups[path] = Group(enabled: path == home ? [] : controllers)
    }
    groups[home]?.processes = Set([own] + others)
    self.controllers = controllers
    state = Mutex(State(groups: groups))
  }

  private let controllers: Set<String>

  var groups: [String: Group] { state.withLock { $0.groups } }
  /// How often our process was moved.
  var moves: Int { state.withLock { $0.moves } }

  private static func parent(_ path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  private func offered(_ path: String, _ state: State) -> Set<String> {
    path.isEmpty ? controllers : state.groups[Self.parent(path)]?.enabled ?? []
  }

  private func group(_ path: String) -> String { String(path.dropFirst(Self.mount.count)) }

  var files: GroupFiles {
    GroupFiles(
      memberships: { [self] in ["4:memory,x:/elsewhere", "0::" + (home.isEmpty ? "/" : home)] },
      mounts: {
        [
          ProcessFile.Mount(
            place: Self.mount, type: "cgroup2", isReadOnly: false, superOptions: ["rw"])
        ]
      },
      lines: { [self] in lines($0) }, write: { [self] in write($0, $1) },
      make: { [self] path in
        state.withLock { state in
          guard isWritable, state.groups[Self.parent(group(path))] != nil else { return false }
          state.groups[group(path)] = state.groups[group(path)] ?? Group()
          return true
        }
      },
      remove: { [self] path in
        state.withLock { state in
          let path = group(path)
          guard let group = state.groups[path], group.processes.isEmpty,
            !state.groups.keys.contains(where: { $0.hasPrefix(path + "/") })
          else { return false }
          state.groups[path] = nil
          return true
        }
      },
      groups: { [self] path in
        let path = group(path) + "/"
        return groups.keys.filter { $0.hasPrefix(path) }.map { String($0.dropFirst(path.count)) }
          .filter { !$0.isEmpty && !$0.contains("/") }
      },
      open: { [self] path, isGroup in
        let group = group(isGroup ? path : Self.parent(path))
        guard groups[group] != nil else { return -1 }
        return unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
      })
  }

  private func lines(_ path: String) -> [String] {
    state.withLock { state in
      let folder = group(Self.parent(path))
      guard let group = state.groups[folder] else { return [] }
      switch path.split(separator: "/").last {
      case "cgroup.controllers": return [offered(folder, state).sorted().joined(separator: " ")]
      case "cgroup.subtree_control": return [group.enabled.sorted().joined(separator: " ")]
      case "cgroup.procs": return group.processes.sorted()
      default: return []
      }
    }
  }

  private func write(_ text: String, _ path: String) -> Bool {
    state.withLock { state in
      let folder = group(Self.parent(path))
      let file = path.split(separator: "/").last.map(String.init) ?? ""
      guard isWritable, state.groups[folder] != nil else { return false }
      switch file {
      case "cgroup.procs":
        if state.groups[folder]?.enabled.isEmpty == false, !folder.isEmpty { return false }
        for path in state.groups.keys { state.groups[path]?.processes.remove(own) }
        state.groups[folder]?.processes.insert(own)
        state.moves += 1
        return true
      case "cgroup.subtree_control":
        for word in text.split(separator: " ") {
          let name = String(word.dropFirst())
          if word.hasPrefix("+") {
            guard offered(folder, state).contains(name) else { return false }
            if state.groups[folder]?.processes.isEmpty == false, !folder.isEmpty { return false }
            state.groups[folder]?.enabled.insert(name)
          } else {
            state.groups[folder]?.enabled.remove(name)
          }
        }
        return true
      default:
        // A controller's files are there where the parent has enabled it.
        guard let controller = file.split(separator: ".").first,
          !folder.isEmpty, offered(folder, state).contains(String(controller))
        else { return false }
        state.groups[folder]?.limits[file] = text
        return true
      }
    }
  }
}
