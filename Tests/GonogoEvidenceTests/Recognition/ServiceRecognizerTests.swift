import Testing

@testable import GonogoEvidence

/// systemctl, journalctl, ss, netstat, apt and date.
@Suite struct ServiceRecognizerTests {
  @Test func readsStatesOfUnits() {
    let state = ServiceStateRecognizer()
    #expect(
      found(state, "systemctl is-active shop-web", "active\n") == ["active_state = active"])
    #expect(
      found(state, "sudo systemctl is-enabled shop-web", "enabled\n")
        == ["unit_file_state = enabled"])
    #expect(
      found(state, "systemctl is-system-running", "degraded\n") == ["system_state = degraded"])
    #expect(
      found(state, "systemctl is-active a b", "active\ninactive\n") == [
        "unit[1] = a", "active_state[1] = active", "unit[2] = b", "active_state[2] = inactive",
        "~row_count = 2 (2.0)",
      ])
  }

  @Test(
    arguments: [
      ("systemctl is-active a b", "active\n"), ("systemctl is-active a", "aktiv\n"),
      ("echo active", "active\n"), ("systemctl is-active a && echo active", "active\nactive\n"),
      ("systemctl is-active a", ""), ("systemctl start a", "active\n"),
      ("systemctl is-active -q a", ""), ("if systemctl is-active a; then true; fi", "active\n"),
      ("systemctl is-active a", "Failed to connect to bus: Host is down\n"),
    ])
  func refusesOtherStates(command: String, stdout: String) {
    #expect(found(ServiceStateRecognizer(), command, stdout).isEmpty)
  }

  private let status = """
    ● shop-web.service - Web server of the shop
         Loaded: loaded (/lib/systemd/system/shop-web.service; enabled; preset: enabled)
         Active: active (running) since Mon 2026-11-23 16:04:11 UTC; 3h 40min ago
       Main PID: 812 (shop-web)
          Tasks: 5 (limit: 4915)
         Memory: 12.3M
            CPU: 1.204s
         CGroup: /system.slice/shop-web.service
                 └─812 /usr/sbin/shop-web

    Nov 23 16:04:11 box shop-web[812]: Memory: 4K

    """

  @Test func readsTheStatusOfAUnit() {
    #expect(
      found(ServiceStatusRecognizer(), "systemctl status shop-web --no-pager", status) == [
        "Loaded = loaded (/lib/systemd/system/shop-web.service; enabled; preset: enabled)",
        "unit_file_state = enabled",
        "Active = active (running) since Mon 2026-11-23 16:04:11 UTC; 3h 40min ago",
        "active_state = active", "sub_state = running", "~Main PID = 812 (812.0)",
        "Tasks = 5 (5.0)", "Memory = 12.3M (12.3 MiB)",
      ])
    #expect(
      found(ServiceStatusRecognizer(), "systemctl status a b", status + status).isEmpty)
    #expect(found(ServiceStatusRecognizer(), "cat x", status).isEmpty)
    #expect(found(ServiceStatusRecognizer(), "systemctl status a", "● a\n").isEmpty)
    let missing = "Unit a.service could not be found.\n"
    #expect(found(ServiceStatusRecognizer(), "systemctl status a", missing).isEmpty)
  }

  private let failed = """
      UNIT              LOAD   ACTIVE SUB    DESCRIPTION
    ● shop-mail.service loaded failed failed Mail of the shop

    LOAD   = Reflects whether the unit definition was properly loaded.
    ACTIVE = The high-level unit activation state, i.e. generalization of SUB.
    SUB    = The low-level unit activation state, values depend on unit type.
    1 loaded units listed.

    """

  @Test func countsUnits() {
    let list = ServiceListRecognizer()
    for command in ["systemctl --failed", "systemctl list-units --state=failed"] {
      #expect(found(list, command, failed) == ["failed_units = 1 (1.0)"])
    }
    let none = "  UNIT LOAD ACTIVE SUB DESCRIPTION\n0 loaded units listed.\n"
    #expect(found(list, "systemctl list-units --failed", none) == ["failed_units = 0 (0.0)"])
    #expect(found(list, "systemctl --failed", "0 loaded units listed.\n").count == 1)
    #expect(
      found(list, "systemctl list-units --type service", failed) == ["units = 1 (1.0)"])
    #expect(found(list, "systemctl --failed | head -3", failed).isEmpty)
    #expect(found(list, "systemctl --failed", failed + none).isEmpty)
    let wrong = failed.split(separator: "1 loaded").joined(separator: "3 loaded")
    #expect(found(list, "systemctl --failed", wrong).isEmpty)
    #expect(found(list, "systemctl list-timers", none).isEmpty)
    #expect(found(list, "systemctl --failed", "").isEmpty)
  }

  @Test func readsAnEmptyJournal() {
    let journal = JournalRecognizer()
    let command = "journalctl -u shop-web -p err --since today"
    let none = "-- No entries --\n"
    #expect(found(journal, command, none, exitStatus: 0) == ["entries = 0 (0.0)"])
    #expect(found(journal, command, none).isEmpty)
    #expect(
      found(journal, command, none, stderr: "No journal files were found.\n", exitStatus: 0)
        .isEmpty)
    #expect(found(journal, command, "Nov 23 x: y\n" + none, exitStatus: 0).isEmpty)
    #expect(found(journal, "echo x", none, exitStatus: 0).isEmpty)
    #expect(found(journal, command, "", exitStatus: 0).isEmpty)
  }

  @Test func readsSockets() {
    let plain = """
      State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
      LISTEN 0      128          0.0.0.0:2024      0.0.0.0:*
      """
    #expect(
      found(SocketRecognizer(), "ss -tln", plain) == [
        "State = LISTEN", "Recv-Q = 0 (0.0)", "Send-Q = 128 (128.0)",
        "Local Address:Port = 0.0.0.0:2024", "Peer Address:Port = 0.0.0.0:*",
        "~row_count = 1 (1.0)", "listening_sockets = 1 (1.0)",
      ])
    let full = """
      Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
      udp   UNCONN 0      0            0.0.0.0:68        0.0.0.0:*     users:(("dhc",pid=3,fd=6))
      tcp   ESTAB  0      128          0.0.0.0:2024      0.0.0.0:*
      """
    let captures = found(SocketRecognizer(), "ss -tuap", full)
    #expect(captures[6] == "Process[1] = users:((\"dhc\",pid=3,fd=6))")
    #expect(captures.last == "sockets = 2 (2.0)")
    let empty = "State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n"
    #expect(
      found(SocketRecognizer(), "ss -tln", empty) == ["listening_sockets = 0 (0.0)"])
  }

  @Test func readsNetstat() {
    let stdout = """
      Active Internet connections (only servers)
      Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
      tcp        0      0 0.0.0.0:2024            0.0.0.0:*               LISTEN      812/shop web
      udp        0      0 0.0.0.0:68              0.0.0.0:*                           3/dhc
      udp        0      0 0.0.0.0:69              0.0.0.0:*                           -
      """
    let captures = found(SocketRecognizer(), "netstat -tulpn", stdout)
    #expect(captures[5] == "State[1] = LISTEN")
    #expect(captures[6] == "PID/Program name[1] = 812/shop web")
    #expect(captures[12] == "PID/Program name[2] = 3/dhc")
    #expect(captures.last == "listening_sockets = 3 (3.0)")
  }

  @Test(
    arguments: [
      ("ss -tln | grep 2024", "LISTEN 0 128 0.0.0.0:2024 0.0.0.0:*\n"),
      ("ss -s", "Total: 16\nTCP:   1 (estab 0, closed 0)\n"), ("cat x", "State Recv-Q\n"),
      (
        "ss -ti",
        "State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\nESTAB 0 0 a b\n\t cubic\n"
      ),
      ("netstat -i", "Kernel Interface table\nIface MTU\neth0 1500\n"), ("ss", ""),
      ("netstat", "Active Internet connections (w/o servers)\n"),
    ])
  func refusesOtherSockets(command: String, stdout: String) {
    #expect(found(SocketRecognizer(), command, stdout).isEmpty)
  }

  @Test func countsPackages() {
    let apt = PackageUpdateRecognizer()
    let list = """
      Listing...
      bash/oldstable 5.2.15-2+b13 amd64 [upgradable from: 5.2.15-2+b8]
      apt/oldstable-security 2.6.2 amd64 [upgradable from: 2.6.1]

      """
    let warning = "\nWARNING: apt does not have a stable CLI interface. Use with caution.\n\n"
    #expect(
      found(apt, "apt list --upgradable", list, stderr: warning) == ["upgradable = 2 (2.0)"])
    #expect(found(apt, "apt list --upgradable", "Listing... Done\n") == ["upgradable = 0 (0.0)"])
    #expect(
      found(
        apt, "apt-get -s upgrade",
        "Reading package lists...\n3 upgraded, 0 newly installed, 1 to remove and 5 not upgraded.\n"
      )
        == [
          "upgraded = 3 (3.0)", "newly_installed = 0 (0.0)", "to_remove = 1 (1.0)",
          "not_upgraded = 5 (5.0)",
        ])
    #expect(found(apt, "apt list --upgradable", list, stderr: "E: Lock\n").isEmpty)
    #expect(found(apt, "apt list --upgradable | head -2", list).isEmpty)
    #expect(found(apt, "apt list --installed", "Listing...\n").isEmpty)
    #expect(found(apt, "apt list --upgradable", "").isEmpty)
    #expect(found(apt, "apt list --upgradable", list, isTruncated: true).isEmpty)
  }

  @Test func readsDates() {
    #expect(
      found(DateRecognizer(), "date", "Mon Nov 23 19:41:39 UTC 2026\n")
        == ["date = Mon Nov 23 19:41:39 UTC 2026"])
    #expect(
      found(DateRecognizer(), "date -u +%FT%TZ", "2026-11-23T19:41:39Z\n")
        == ["date = 2026-11-23T19:41:39Z"])
    #expect(found(DateRecognizer(), "date +%F", "2026-11-23\n").count == 1)
    #expect(found(DateRecognizer(), "date +%s", "1795464757\n").isEmpty)
    #expect(found(DateRecognizer(), "date", "Mo 23. Nov 19:41:39 UTC 2026\n").isEmpty)
    #expect(found(DateRecognizer(), "cat x", "2026-11-23\n").isEmpty)
    #expect(found(DateRecognizer(), "date", "2026-11-23abc\n").isEmpty)
  }
}
