// Writes the system call filter of the sandbox as classic BPF, one instruction a line, for the
// machine named by the argument (x86_64, aarch64). The kernel runs it before every call of a block.
//
// Everything is allowed but what is listed. That is the shape of all filters for programs nobody
// knows beforehand: a list of what is allowed would break them with every new kernel.
#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <sched.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct refusal {
  const char *name;
  int number;  // where the library is older than the call: the same on every machine since 424
  int error;
};

static const struct refusal refusals[] = {
    // Keys are not kept apart by any namespace.
    {"add_key", 0, EPERM}, {"request_key", 0, EPERM}, {"keyctl", 0, EPERM},
    // Looking into other processes, bubblewrap's own first process among them.
    {"ptrace", 0, EPERM}, {"process_vm_readv", 0, EPERM}, {"process_vm_writev", 0, EPERM},
    {"process_madvise", 440, EPERM}, {"pidfd_getfd", 438, EPERM}, {"kcmp", 0, EPERM},
    // Large parts of the kernel that a check of a system does not need.
    {"bpf", 0, EPERM}, {"perf_event_open", 0, EPERM}, {"userfaultfd", 0, EPERM},
    {"fanotify_init", 0, EPERM},
    {"io_uring_setup", 425, ENOSYS}, {"io_uring_enter", 426, ENOSYS},
    {"io_uring_register", 427, ENOSYS},
    // Mounts and namespaces.
    {"mount", 0, EPERM}, {"umount2", 0, EPERM}, {"pivot_root", 0, EPERM}, {"chroot", 0, EPERM},
    {"unshare", 0, EPERM}, {"setns", 0, EPERM}, {"open_by_handle_at", 0, EPERM},
    {"open_tree", 428, ENOSYS}, {"move_mount", 429, ENOSYS}, {"fsopen", 430, ENOSYS},
    {"fsconfig", 431, ENOSYS}, {"fsmount", 432, ENOSYS}, {"fspick", 433, ENOSYS},
    {"mount_setattr", 442, ENOSYS},
    // Its flags lie in memory, where no filter can look; without it clone is used.
    {"clone3", 435, ENOSYS},
    // The machine itself.
    {"init_module", 0, EPERM}, {"finit_module", 0, EPERM}, {"delete_module", 0, EPERM},
    {"kexec_load", 0, EPERM}, {"kexec_file_load", 0, EPERM}, {"reboot", 0, EPERM},
    {"swapon", 0, EPERM}, {"swapoff", 0, EPERM}, {"acct", 0, EPERM}, {"quotactl", 0, EPERM},
    {"quotactl_fd", 443, EPERM}, {"vhangup", 0, EPERM}, {"settimeofday", 0, EPERM},
    {"clock_settime", 0, EPERM}, {"iopl", 0, EPERM}, {"ioperm", 0, EPERM},
    {"modify_ldt", 0, EPERM}, {"uselib", 0, ENOSYS}, {"nfsservctl", 0, ENOSYS},
    {"lookup_dcookie", 0, EPERM},
};

// What a block may talk with: local sockets, the internet, and questions to the kernel about them.
static const int families[] = {AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6, AF_NETLINK};
static const int netlink_protocols[] = {NETLINK_ROUTE, NETLINK_SOCK_DIAG, NETLINK_KOBJECT_UEVENT,
                                        NETLINK_GENERIC};

static scmp_filter_ctx filter;

static void must(int result, const char *what) {
  if (result == 0) return;
  fprintf(stderr, "%s: %s\n", what, strerror(-result));
  exit(70);
}

static void refuse(const char *name, int error, unsigned count, const struct scmp_arg_cmp *when) {
  must(seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(error), seccomp_syscall_resolve_name(name),
                              count, when),
       name);
}

// The kernel takes these arguments as 32 bits: bits above them must not make a difference.
static struct scmp_arg_cmp low(unsigned argument, scmp_datum_t value) {
  return SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, 0xFFFFFFFFu, value);
}

static void refuse_calls(int is_x86) {
  for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
    int number = seccomp_syscall_resolve_name(refusals[i].name);
    if (number == __NR_SCMP_ERROR) number = refusals[i].number;
    // One that this machine does not have gets a negative number, and no rule.
    int result = seccomp_rule_add(filter, SCMP_ACT_ERRNO(refusals[i].error), number, 0);
    if (result == -EDOM || (number < 0 && !is_x86)) continue;
    must(result, refusals[i].name);
  }
}

static void refuse_arguments(void) {
  static const int namespaces[] = {CLONE_NEWNS,  CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC,
                                   CLONE_NEWUSER, CLONE_NEWPID,   CLONE_NEWNET};
  for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
    refuse("clone", EPERM, 1,
           &SCMP_A0(SCMP_CMP_MASKED_EQ, (unsigned)namespaces[i], (unsigned)namespaces[i]));
  // Typing into the operator's terminal.
  struct scmp_arg_cmp type = low(1, 0x5412), paste = low(1, 0x541C);
  refuse("ioctl", EPERM, 1, &type);
  refuse("ioctl", EPERM, 1, &paste);
  // Old ways of laying out memory, some of them without the protections of today.
  refuse("personality", EPERM, 1, &SCMP_A0(SCMP_CMP_NE, 0));
}

static int is_among(int value, const int *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (list[i] == value) return 1;
  return 0;
}

static void refuse_sockets(const char *call) {
  size_t count = sizeof families / sizeof *families;
  for (int family = 0; family <= AF_NETLINK; family++) {
    struct scmp_arg_cmp is = low(0, (unsigned)family);
    if (!is_among(family, families, count)) refuse(call, EAFNOSUPPORT, 1, &is);
  }
  refuse(call, EAFNOSUPPORT, 1, &SCMP_A0(SCMP_CMP_GT, AF_NETLINK));
  count = sizeof netlink_protocols / sizeof *netlink_protocols;
  for (int protocol = 0; protocol <= NETLINK_GENERIC; protocol++) {
    struct scmp_arg_cmp is[] = {low(0, AF_NETLINK), low(2, (unsigned)protocol)};
    if (!is_among(protocol, netlink_protocols, count)) refuse(call, EPROTONOSUPPORT, 2, is);
  }
  struct scmp_arg_cmp beyond[] = {low(0, AF_NETLINK), SCMP_A2(SCMP_CMP_GT, NETLINK_GENERIC)};
  refuse(call, EPROTONOSUPPORT, 2, beyond);
}

// The second filter: no sockets but local ones, where there is no namespace to take the network.
static void refuse_network(const char *call) {
  refuse(call, EACCES, 1, &SCMP_A0(SCMP_CMP_NE, AF_UNIX));
}

static void print(const char *name) {
  struct {
    unsigned short code;
    unsigned char jump_true, jump_false;
    unsigned value;
  } instruction;
  FILE *file = tmpfile();
  if (!file) exit(74);
  must(seccomp_export_bpf(filter, fileno(file)), "export");
  rewind(file);
  printf("static const struct sock_filter %s[] = {\n", name);
  while (fread(&instruction, sizeof instruction, 1, file) == 1)
    printf("    {0x%02x, %u, %u, 0x%08x},\n", instruction.code, instruction.jump_true,
           instruction.jump_false, instruction.value);
  printf("};\n");
  fclose(file);
}

static void begin(uint32_t machine) {
  filter = seccomp_init(SCMP_ACT_ALLOW);
  if (!filter) exit(70);
  if (machine != seccomp_arch_native()) {
    must(seccomp_arch_add(filter, machine), "machine");
    must(seccomp_arch_remove(filter, seccomp_arch_native()), "machine");
  }
  // Calls of another machine (32 bits, x32) have other numbers: refused altogether.
  must(seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(ENOSYS)), "bad machine");
  // A tree instead of a list: a dozen comparisons a call instead of seventy.
  must(seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2), "tree");
}

int main(int count, char **arguments) {
  int is_x86 = count == 2 && strcmp(arguments[1], "x86_64") == 0;
  if (count != 2 || (!is_x86 && strcmp(arguments[1], "aarch64") != 0)) {
    fprintf(stderr, "usage: filters x86_64|aarch64\n");
    return 64;
  }
  uint32_t machine = is_x86 ? SCMP_ARCH_X86_64 : SCMP_ARCH_AARCH64;
  char name[64];
  begin(machine);
  refuse_calls(is_x86);
  refuse_arguments();
  refuse_sockets("socket");
  refuse_sockets("socketpair");
  snprintf(name, sizeof name, "filter_%s", arguments[1]);
  print(name);
  seccomp_release(filter);
  begin(machine);
  refuse_network("socket");
  refuse_network("socketpair");
  snprintf(name, sizeof name, "local_only_%s", arguments[1]);
  print(name);
  seccomp_release(filter);
  return 0;
}
