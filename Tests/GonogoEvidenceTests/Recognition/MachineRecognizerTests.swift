import Testing

@testable import GonogoEvidence

/// free, uptime, du, ls and ping.
@Suite struct MachineRecognizerTests {
  @Test func readsMemory() {
    let free = """
                     total        used        free      shared  buff/cache   available
      Mem:            23Gi       440Mi        22Gi       8.7Mi       940Mi        23Gi
      Swap:             0B          0B          0B
      """
    #expect(
      found(MemoryRecognizer(), "free -h", free) == [
        "mem_total = 23Gi (23.0 GiB)", "mem_used = 440Mi (440.0 MiB)",
        "~mem_free = 22Gi (22.0 GiB)", "~mem_shared = 8.7Mi (8.7 MiB)",
        "~mem_buff_cache = 940Mi (940.0 MiB)", "mem_available = 23Gi (23.0 GiB)",
        "swap_total = 0B (0.0 B)", "swap_used = 0B (0.0 B)", "swap_free = 0B (0.0 B)",
      ])
  }

  @Test(
    arguments: [
      ("free", "24684084 (24684084.0 KiB)"), ("free -m", "24684084 (24684084.0 MiB)"),
      ("free --mega", "24684084 (24684084.0 MB)"), ("free -bt", "24684084 (24684084.0 B)"),
      ("sudo free -g", "24684084 (24684084.0 GiB)"),
    ])
  func takesTheUnitOfMemoryFromTheOptions(command: String, total: String) {
    let stdout = """
                     total        used        free      shared  buff/cache   available
      Mem:        24684084      451444    23583944        8872      962828    24232640
      Swap:              0           0           0

      """
    #expect(found(MemoryRecognizer(), command, stdout).first == "mem_total = \(total)")
  }

  @Test(
    arguments: [
      ("free -h", "              gesamt     benutzt\nSpeicher:        23Gi       440Mi\n"),
      ("free -s 1", "  total used free\nMem: 1 2 3\n"),
      ("cat x", "  total used free\nMem: 1 2 3\n"),
      ("free", "  total used free\nMem: 1G 2 3\n"),
      ("free --si", "  total used free\nMem: 1 2 3\n"),
      ("free | grep Mem", "Mem: 1 2 3\n"), ("free", "  total used free\nMem: 1 2 3\nerror\n"),
      ("free", "  total used free\nMem: 1 2\n"), ("free", ""),
    ])
  func refusesOtherMemory(command: String, stdout: String) {
    #expect(found(MemoryRecognizer(), command, stdout).isEmpty)
  }

  @Test func readsUptimes() {
    let plain = " 19:41:34 up  3:36,  1 user,  load average: 0.17, 0.70, 0.66\n"
    #expect(
      found(UptimeRecognizer(), "uptime", plain) == [
        "load_average_1m = 0.17 (0.17)", "load_average_5m = 0.70 (0.7)",
        "load_average_15m = 0.66 (0.66)", "uptime = 3:36 (12960.0 s)", "~users = 1 (1.0)",
      ])
    let days = " 09:02:00 up 5 days,  3:24,  2 users,  load average: 12.17, 0.70, 0.66\n"
    #expect(found(UptimeRecognizer(), "uptime", days)[3] == "uptime = 5 days, 3:24 (444240.0 s)")
    let fresh = " 09:02:00 up 2 min,  0 users,  load average: 0.17, 0.70, 0.66\n"
    #expect(found(UptimeRecognizer(), "uptime", fresh)[3] == "uptime = 2 min (120.0 s)")
    #expect(
      found(UptimeRecognizer(), "uptime -p", "up 3 hours, 36 minutes\n")
        == ["uptime = 3 hours, 36 minutes (12960.0 s)"])
    #expect(
      found(UptimeRecognizer(), "cat /proc/loadavg", "0.17 0.70 0.66 1/90 819\n").count == 3)
  }

  @Test(
    arguments: [
      ("uptime", " 19:41:34 up  3:36,  1 user,  load average: 0,17, 0,70, 0,66\n"),
      ("uptime", "19:41 up 3 sols, 1 user, load average: 0.17, 0.70, 0.66\n"),
      ("echo x", " 19:41:34 up  3:36,  1 user,  load average: 0.17, 0.70, 0.66\n"),
      ("uptime", "load average: 0.17, 0.70, 0.66\n"), ("uptime", ""), ("uptime", "up up, up\n"),
      ("cat /etc/motd", "0.17 0.70 0.66 1/90 819\n"),
    ])
  func refusesOtherUptimes(command: String, stdout: String) {
    #expect(found(UptimeRecognizer(), command, stdout).isEmpty)
  }

  @Test func readsDiskUse() {
    #expect(
      found(DiskUsageRecognizer(), "du -sh /usr/share/doc", "118M\t/usr/share/doc\n") == [
        "size = 118M (118.0 MiB)", "path = /usr/share/doc", "~row_count = 1 (1.0)",
      ])
    let two = found(DiskUsageRecognizer(), "du -sm a b", "4\ta\n12\tb\n")
    #expect(two[2] == "size[2] = 12 (12.0 MiB)")
    #expect(found(DiskUsageRecognizer(), "du -sb a", "4\ta\n")[0] == "size = 4 (4.0 B)")
    #expect(found(DiskUsageRecognizer(), "du -s --si a", "4M\ta\n")[0] == "size = 4M (4.0 MB)")
  }

  @Test(
    arguments: [
      ("du -s a", "4\ta\n"), ("du -sh a | sort -h", "4M\ta\n"), ("cat x", "4M\ta\n"),
      ("du -sh a", "4M a\n"), ("du -sh a", "4,0M\ta\n"), ("du -sh a", ""), ("du -sh a", "4M\t\n"),
      ("du -h --time a", "4M\t2026-11-23 19:30\ta\n"), ("BLOCK_SIZE=1 du -sm a", "4\ta\n"),
    ])
  func refusesOtherDiskUse(command: String, stdout: String) {
    #expect(found(DiskUsageRecognizer(), command, stdout).isEmpty)
  }

  @Test func refusesSumsThatMissSomething() {
    let denied = "du: cannot read directory 'a/b': Permission denied\n"
    #expect(found(DiskUsageRecognizer(), "du -sh a", "4M\ta\n", stderr: denied).isEmpty)
    #expect(
      found(DiskUsageRecognizer(), "du -sh a 2>/dev/null", "4M\ta\n", exitStatus: 1).isEmpty)
  }

  @Test func readsFileLists() {
    #expect(
      found(
        FileListRecognizer(), "ls -lh backups/*.gz",
        "-rw-r--r-- 2 root root 1.3M Apr 18  2025 backups/shop 1.gz\n") == [
          "permissions = -rw-r--r--", "links = 2", "owner = root", "group = root",
          "size = 1.3M (1.3 MiB)", "date = Apr 18 2025", "name = backups/shop 1.gz",
          "~row_count = 1 (1.0)",
        ])
    let long = """
      total 36
      drwxr-xr-x 3 root root     16384 2026-11-23 16:04 certs
      -rw-r--r-- 1 root root     12332 2025-04-15 19:59 openssl.cnf
      drwx--x--- 2 root ssl-cert  4096 2026-11-01 02:55 private
      """
    let captures = found(FileListRecognizer(), "ls -l --time-style=long-iso /etc/ssl", long)
    #expect(captures[11] == "size[2] = 12332 (12332.0 B)")
    #expect(captures[13] == "name[2] = openssl.cnf")
    #expect(captures.last == "~row_count = 3 (3.0)")
    let short = "total 4\n-rw-r--r-- 1 a b 49 Nov 23 16:04 hosts\n"
    #expect(found(FileListRecognizer(), "ls -la", short)[4] == "size = 49 (49.0 B)")
  }

  @Test(
    arguments: [
      ("ls", "total 4\n-rw-r--r-- 1 a b 49 Nov 23 16:04 hosts\n"),
      ("ls -ls", "4 -rw-r--r-- 1 a b 49 Nov 23 16:04 hosts\n"),
      ("ls -l | tail -1", "-rw-r--r-- 1 a b 49 Nov 23 16:04 hosts\n"),
      ("ls -l", "crw-rw-rw- 1 root root 1, 3 Nov 21 04:12 /dev/null\n"),
      ("ls -l", "-rw-r--r-- 1 a b 49 23. Nov 16:04 hosts\n"), ("ls -l", "total 0\n"),
      ("ls -l", "a:\ntotal 4\n-rw-r--r-- 1 a b 49 Nov 23 16:04 hosts\n"),
      ("ls -l", "-rw-r--r-- 1 a b 4G Nov 23 16:04 \nx\n"), ("cat x", "-rw 1 a b 4 Nov 23 16:04 h"),
    ])
  func refusesOtherFileLists(command: String, stdout: String) {
    #expect(found(FileListRecognizer(), command, stdout).isEmpty)
  }

  private let ping = """
    PING localhost (127.0.0.1) 56(84) bytes of data.
    64 bytes from localhost (127.0.0.1): icmp_seq=1 ttl=64 time=0.759 ms

    --- localhost ping statistics ---
    3 packets transmitted, 3 received, 0% packet loss, time 2029ms
    rtt min/avg/max/mdev = 0.037/0.278/0.759/0.339 ms

    """

  @Test func readsPings() {
    let all = [
      "packets_transmitted = 3 (3.0)", "packets_received = 3 (3.0)", "packet_loss = 0% (0.0 %)",
      "rtt_min = 0.037 (0.037 ms)", "rtt_avg = 0.278 (0.278 ms)", "rtt_max = 0.759 (0.759 ms)",
      "rtt_mdev = 0.339 (0.339 ms)",
    ]
    #expect(found(PingRecognizer(), "ping -c 3 localhost", ping) == all)
    let bad =
      "4 packets transmitted, 1 received, +3 errors, 75% packet loss, time 3051ms\npipe 4\n"
    #expect(
      found(PingRecognizer(), "ping -c 4 x", bad).last == "packet_loss = 75% (75.0 %)")
    let bsd =
      "2 packets transmitted, 2 packets received, 0.0% packet loss\nround-trip min/avg/max/stddev = 1.1/1.2/1.3/0.1 ms\n"
    #expect(found(PingRecognizer(), "ping -c 2 x", bsd).count == 7)
    #expect(
      found(PingRecognizer(), "ping -c 3 x | tail -1", "rtt min/avg/max/mdev = 1/2/3/4 ms\n").count
        == 4)
  }

  @Test func refusesOtherPings() {
    #expect(found(PingRecognizer(), "cat x", ping).isEmpty)
    #expect(found(PingRecognizer(), "ping a; ping b", ping).isEmpty)
    #expect(found(PingRecognizer(), "ping a", ping + ping).isEmpty)
    #expect(found(PingRecognizer(), "ping a", ping, isTruncated: true).isEmpty)
    #expect(found(PingRecognizer(), "ping a", "ping: a: Name or service not known\n").isEmpty)
    let german = "3 Pakete übertragen, 3 empfangen, 0% Paketverlust, Zeit 2029ms\n"
    #expect(found(PingRecognizer(), "ping a", german).isEmpty)
    #expect(found(PingRecognizer(), "ping a", "rtt min/avg/max/mdev = 1/2/3 ms\n").isEmpty)
  }
}
