import Foundation
import Testing

@testable import GonogoSandbox

/// The system call filters, run by an interpreter of the instructions the kernel runs.
struct SystemCallFilterTests {
  /// What the kernel would do, as the filter says: 0 allows, else the number of an error.
  private struct Machine {
    let architecture: UInt32
    let program: [(code: UInt16, yes: Int, no: Int, value: UInt32)]

    init(_ name: String, _ filter: SystemCallFilter) {
      architecture = name == "x86_64" ? 0xC000_003E : 0xC000_00B7
      let bytes = filter.bytes(machine: name)
      program = stride(from: 0, to: bytes.count - 7, by: 8).map { at in
        let value = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + 4 + $1]) << (8 * $1) }
        return (
          UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8, Int(bytes[at + 2]), Int(bytes[at + 3]),
          value
        )
      }
    }

    func decide(_ call: UInt32, _ arguments: [UInt64] = [], architecture: UInt32? = nil) -> UInt32?
    {
      var words = [call, architecture ?? self.architecture, 0, 0]
      for index in 0..<6 {
        let argument = index < arguments.count ? arguments[index] : 0
        words += [UInt32(truncatingIfNeeded: argument), UInt32(argument >> 32)]
      }
      var at = 0
      var accumulator: UInt32 = 0
      while at < program.count {
        let (code, yes, no, value) = program[at]
        at += 1
        switch code {
        case 0x20: accumulator = words[Int(value / 4)]
        case 0x54: accumulator &= value
        case 0x05: at += Int(value)
        case 0x15: at += accumulator == value ? yes : no
        case 0x25: at += accumulator > value ? yes : no
        case 0x35: at += accumulator >= value ? yes : no
        case 0x06:
          if value == 0x7FFF_0000 { return 0 }
          return value & 0xFFFF_0000 == 0x0005_0000 ? value & 0xFFFF : nil
        default: return nil
        }
      }
      return nil
    }
  }

  private static let x86 = Machine("x86_64", .standard)
  private static let arm = Machine("aarch64", .standard)
  private static let notPermitted: UInt32 = 1
  private static let missing: UInt32 = 38

  /// Refused whatever the arguments: the call's numbers on x86-64 and arm64.
  @Test(
    arguments: [
      ("add_key", 248, 217, 1), ("request_key", 249, 218, 1), ("keyctl", 250, 219, 1),
      ("ptrace", 101, 117, 1), ("process_vm_readv", 310, 270, 1),
      ("process_vm_writev", 311, 271, 1),
      ("pidfd_getfd", 438, 438, 1), ("bpf", 321, 280, 1), ("perf_event_open", 298, 241, 1),
      ("userfaultfd", 323, 282, 1), ("io_uring_setup", 425, 425, 38),
      ("io_uring_enter", 426, 426, 38), ("io_uring_register", 427, 427, 38), ("mount", 165, 40, 1),
      ("umount2", 166, 39, 1), ("pivot_root", 155, 41, 1), ("chroot", 161, 51, 1),
      ("unshare", 272, 97, 1), ("setns", 308, 268, 1), ("open_by_handle_at", 304, 265, 1),
      ("open_tree", 428, 428, 38), ("move_mount", 429, 429, 38), ("fsopen", 430, 430, 38),
      ("fsconfig", 431, 431, 38), ("fsmount", 432, 432, 38), ("fspick", 433, 433, 38),
      ("mount_setattr", 442, 442, 38), ("clone3", 435, 435, 38), ("init_module", 175, 105, 1),
      ("finit_module", 313, 273, 1), ("delete_module", 176, 106, 1), ("kexec_load", 246, 104, 1),
      ("kexec_file_load", 320, 294, 1), ("reboot", 169, 142, 1), ("swapon", 167, 224, 1),
      ("swapoff", 168, 225, 1), ("acct", 163, 89, 1), ("quotactl", 179, 60, 1),
      ("quotactl_fd", 443, 443, 1),
    ] as [(String, UInt32, UInt32, UInt32)])
  func refuses(name: String, x86: UInt32, arm: UInt32, error: UInt32) {
    for arguments in [[], [1, 2, 3, 4, 5, 6], [.max, .max, .max, .max, .max, .max]] as [[UInt64]] {
      #expect(Self.x86.decide(x86, arguments) == error)
      #expect(Self.arm.decide(arm, arguments) == error)
    }
  }

  /// What every program does.
  @Test(
    arguments: [
      ("read", 0, 63), ("write", 1, 64), ("close", 3, 57), ("mmap", 9, 222), ("execve", 59, 221),
      ("exit_group", 231, 94), ("openat", 257, 56), ("wait4", 61, 260), ("futex", 202, 98),
      ("prctl", 157, 167), ("kill", 62, 129), ("connect", 42, 203), ("statx", 332, 291),
      ("seccomp", 317, 277), ("landlock_create_ruleset", 444, 444), ("pidfd_open", 434, 434),
      ("close_range", 436, 436), ("memfd_create", 319, 279), ("a call of later", 600, 600),
    ] as [(String, UInt32, UInt32)])
  func allows(name: String, x86: UInt32, arm: UInt32) {
    #expect(Self.x86.decide(x86, [3, 4, 5]) == 0)
    #expect(Self.arm.decide(arm, [3, 4, 5]) == 0)
  }

  @Test func refusesOtherMachines() {
    // 32 bits, and 64 bits with the numbers of x32.
    #expect(Self.x86.decide(20, architecture: 0x4000_0003) == Self.missing)
    #expect(Self.x86.decide(0x4000_0000 | 1) == Self.missing)
    #expect(Self.arm.decide(4, architecture: 0x4000_0028) == Self.missing)
  }

  /// The kernel cuts these arguments to 32 bits.
  @Test(arguments: [0, 1 << 32, 0xFFFF_FFFF << 32] as [UInt64])
  func looksAtTheBitsTheKernelLooksAt(high: UInt64) {
    for (machine, ioctl, socket) in [(Self.x86, UInt32(16), UInt32(41)), (Self.arm, 29, 198)] {
      #expect(machine.decide(ioctl, [0, high | 0x5412]) == Self.notPermitted)
      #expect(machine.decide(ioctl, [0, high | 0x541C]) == Self.notPermitted)
      #expect(machine.decide(ioctl, [0, high | 0x5413]) == 0)
      for family in [3, 17, 38, 40, 44] as [UInt64] {
        #expect(machine.decide(socket, [high | family, 1, 0]) == (family == 16 ? 0 : 97))
      }
    }
  }

  @Test(
    arguments: [
      (0x0200_0000, 1), (0x0002_0000, 1), (0x0400_0000, 1), (0x0800_0000, 1), (0x1000_0000, 1),
      (0x2000_0000, 1), (0x4000_0000, 1), (0x1000_0011, 1), (0x0120_0011, 0), (0x003D_0F00, 0),
      (0x4111, 0),
    ] as [(UInt64, UInt32)])
  func keepsCloneFromMakingNamespaces(flags: UInt64, error: UInt32) {
    #expect(Self.x86.decide(56, [flags]) == error)
    #expect(Self.arm.decide(220, [flags]) == error)
  }

  @Test func allowsTheSocketsOfToday() {
    for (machine, socket, pair) in [(Self.x86, UInt32(41), UInt32(53)), (Self.arm, 198, 199)] {
      for family in 0...60 as ClosedRange<UInt64> {
        let isKnown = [0, 1, 2, 10, 16].contains(family)
        #expect(machine.decide(socket, [family, 2, 0]) == (isKnown ? 0 : 97), "\(family)")
        #expect(machine.decide(pair, [family, 2, 0]) == (isKnown ? 0 : 97), "\(family)")
      }
      for protocolNumber in 0...40 as ClosedRange<UInt64> {
        let isKnown = [0, 4, 15, 16].contains(protocolNumber)
        #expect(machine.decide(socket, [16, 3, protocolNumber]) == (isKnown ? 0 : 93))
      }
      #expect(machine.decide(socket, [2, 3, 200]) == 0)
    }
  }

  @Test func keepsThePersonality() {
    #expect(Self.x86.decide(135, [0]) == 0)
    #expect(Self.x86.decide(135, [0x40000]) == Self.notPermitted)
    #expect(Self.arm.decide(92, [0x0400_0000]) == Self.notPermitted)
  }

  @Test func leavesOnlyLocalSocketsWhereThereIsNoNetwork() {
    for (name, socket) in [("x86_64", UInt32(41)), ("aarch64", 198)] {
      let machine = Machine(name, .localSockets)
      #expect(machine.decide(socket, [1, 1, 0]) == 0)
      for family in [0, 2, 10, 16, 40, 1 << 32 | 2] as [UInt64] {
        #expect(machine.decide(socket, [family, 1, 0]) == 13)
      }
      #expect(machine.decide(1) == 0)
    }
  }

  @Test func hasNoneForMachinesItDoesNotKnow() {
    #expect(SystemCallFilter.standard.bytes(machine: "riscv64").isEmpty)
    #expect(!SystemCallFilter.standard.bytes.isEmpty)
  }

  /// What is kept is what the source makes. Another version of the library may put it in another
  /// order, so only the version it was made with is compared.
  @Test(
    .enabled(if: library != nil, "libseccomp-dev is not installed; make test installs it"),
    .enabled(if: library.map(isOfThatVersion) ?? true, "optional: libseccomp-dev is not 2.5 here"))
  func isMadeFromItsSource() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL.path
    let made = try Program.run(root + "/Scripts/seccomp-filters", ["--print"], directory: root)
    #expect(made.status == 0)
    let kept = try #require(
      FileManager.default.contents(atPath: root + "/Sources/CSpawn/seccomp_filters.h"))
    #expect(made.stdout == Array(kept))
  }

  private static let library = try? String(
    contentsOfFile: "/usr/include/seccomp.h", encoding: .utf8)

  private static func isOfThatVersion(_ header: String) -> Bool {
    header.contains("SCMP_VER_MINOR\t\t5")
  }
}
