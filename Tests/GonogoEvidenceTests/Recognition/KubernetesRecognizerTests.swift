import Testing

@testable import GonogoEvidence

@Suite struct KubernetesRecognizerTests {
  private let table = KubernetesTableRecognizer()

  private let pods = """
    NAME                    READY   STATUS             RESTARTS        AGE
    cart-7d9f8b6c4d-2xkqp   1/1     Running            0               17m
    cart-7d9f8b6c4d-9wzlm   0/1     CrashLoopBackOff   12 (2m5s ago)   5d3h
    pay-0                   2/2     Running            1 (26h ago)     2y30d

    """

  @Test func readsPods() {
    #expect(
      found(table, "kubectl -n shop get pods", pods) == [
        "NAME[1] = cart-7d9f8b6c4d-2xkqp", "READY[1] = 1/1", "STATUS[1] = Running",
        "RESTARTS[1] = 0 (0.0)", "AGE[1] = 17m (17.0 min)", "NAME[2] = cart-7d9f8b6c4d-9wzlm",
        "READY[2] = 0/1", "STATUS[2] = CrashLoopBackOff", "RESTARTS[2] = 12 (2m5s ago) (12.0)",
        "AGE[2] = 5d3h (442800.0 s)", "NAME[3] = pay-0", "READY[3] = 2/2", "STATUS[3] = Running",
        "RESTARTS[3] = 1 (26h ago) (1.0)", "AGE[3] = 2y30d (760.0 d)", "~row_count = 3 (3.0)",
        "pods = 3 (3.0)", "running_pods = 2 (2.0)", "ready_pods = 2 (2.0)",
      ])
    let nobody = found(
      table, "kubectl get po -l app=x", "", stderr: "No resources found in shop namespace.\n",
      exitStatus: 0)
    #expect(nobody == ["pods = 0 (0.0)"])
  }

  @Test func readsNodes() {
    let nodes = """
      NAME    STATUS     ROLES           AGE   VERSION
      alpha   Ready      control-plane   90d   v1.30.2
      beta    NotReady   <none>          90d   v1.30.2
      """
    let command = "kubectl get nodes"
    #expect(
      found(table, command, nodes).suffix(2) == ["nodes = 2 (2.0)", "ready_nodes = 1 (1.0)"])
    let cordoned = nodes.replacingOccurrences("NotReady ", "Ready,SchedulingDisabled ")
    #expect(found(table, command, cordoned).isEmpty)
    let wide = """
      NAME    STATUS                     ROLES    AGE   VERSION
      alpha   Ready,SchedulingDisabled   <none>   90d   v1.30.2
      """
    #expect(found(table, command, wide).last == "nodes = 1 (1.0)")
  }

  @Test func readsDeployments() {
    let stdout = """
      NAME   READY   UP-TO-DATE   AVAILABLE   AGE
      cart   3/3     3            3           45s
      pay    0/0     0            0           40d
      """
    let captures = found(table, "kubectl get deployments --context blue", stdout)
    #expect(captures[2] == "UP-TO-DATE[1] = 3 (3.0)")
    #expect(captures[4] == "AGE[1] = 45s (45.0 s)")
    #expect(captures.suffix(2) == ["deployments = 2 (2.0)", "ready_deployments = 1 (1.0)"])
    let one = found(table, "kubectl get deploy/cart", "NAME   READY\ncart   3/3\n")
    #expect(one[1] == "READY = 3/3")
  }

  @Test(
    arguments: [
      ("kubectl get pods -w", 0), ("kubectl get pods | grep cart", 0), ("cat pods.txt", 0),
      ("kubectl get pods; kubectl get pods", 0), ("kubectl describe pods", 0),
      ("for n in a b; do kubectl get pods -n $n; done", 0), ("kubectl get pods | head -2", 0),
    ])
  func refusesTablesThatMayNotBeWhole(command: String, count: Int) {
    #expect(found(table, command, pods).count == count)
  }

  @Test(
    arguments: [
      "error: the server doesn't have a resource type \"pods\"\n",
      "NAME   READY\ncart   1/1\n\nNAME   READY\npay    1/1\n", "NAME   READY\n",
      "cart   1/1     Running   0     17m\n", "",
    ])
  func refusesWhatIsNoTable(stdout: String) {
    #expect(found(table, "kubectl get pods", stdout, exitStatus: 0).isEmpty)
  }

  @Test func refusesPartsAndSilence() {
    #expect(found(table, "kubectl get pods", pods, isTruncated: true).isEmpty)
    let denied = "No resources found\nError from server (Forbidden): pods is forbidden\n"
    #expect(found(table, "kubectl get pods", "", stderr: denied, exitStatus: 0).isEmpty)
    #expect(found(table, "kubectl get pods", "", stderr: "No resources found\n").isEmpty)
  }

  @Test func readsTheEndOfARollout() {
    let rollout = KubernetesRolloutRecognizer()
    let end = "deployment \"cart\" successfully rolled out"
    let waiting = "Waiting for deployment \"cart\" rollout to finish: 1 of 3 updated replicas...\n"
    let command = "kubectl rollout status deployment/cart -n shop --timeout=5m"
    #expect(found(rollout, command, waiting + end + "\n") == ["rolled_out = \(end) (true)"])
    let stateful = "statefulset rolling update complete 3 pods at revision pay-5c9b...\n"
    #expect(found(rollout, "kubectl rollout status sts pay", stateful).count == 1)
    #expect(found(rollout, command, waiting).isEmpty)
    #expect(found(rollout, command, end + "\nerror: timed out\n").isEmpty)
    #expect(found(rollout, "kubectl rollout restart deployment/cart", end).isEmpty)
    #expect(found(rollout, "echo done", end).isEmpty)
    #expect(found(rollout, command, end, isTruncated: true).isEmpty)
  }

  @Test func readsUse() {
    let top = KubernetesTopRecognizer()
    let nodes = """
      NAME    CPU(cores)   CPU%   MEMORY(bytes)   MEMORY%
      alpha   250m         12%    1843Mi          48%
      beta    2            50%    4Gi             <unknown>
      """
    #expect(
      found(top, "kubectl top nodes", nodes) == [
        "NAME[1] = alpha", "CPU(cores)[1] = 250m (0.25)", "CPU%[1] = 12% (12.0 %)",
        "MEMORY(bytes)[1] = 1843Mi (1843.0 MiB)", "MEMORY%[1] = 48% (48.0 %)", "NAME[2] = beta",
        "CPU(cores)[2] = 2 (2.0)", "CPU%[2] = 50% (50.0 %)", "MEMORY(bytes)[2] = 4Gi (4.0 GiB)",
        "MEMORY%[2] = <unknown>", "~row_count = 2 (2.0)",
      ])
    #expect(found(top, "kubectl top nodes", "error: Metrics API not available\n").isEmpty)
    #expect(found(top, "kubectl get nodes", nodes).isEmpty)
    #expect(found(top, "kubectl top pods | sort -k3", nodes).isEmpty)
  }
}

extension String {
  /// Every `old` replaced.
  fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
