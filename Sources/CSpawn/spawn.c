#define _GNU_SOURCE
#include "CSpawn.h"
#include "confine.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_DESCRIPTORS = 16, PARKED = 400, CHILD_STACK = 32768 };

// What a child needs to know of its parent, whose memory it shares until it becomes its program.
struct birth {
  const struct gonogo_command *command;
  const struct gonogo_descriptor *sorted;
  pid_t parent;
  int joins;  // nonzero: it joins the group of version 2, in which it was not born
  volatile int failure;
  const char *volatile step;  // what it is at, to be told when that fails
};

// Runs between vfork and execve: system calls only, and nothing of the parent's memory is changed
// but `birth`. The order matters: who may still do what grows less with every line.
static int prepare_child(struct birth *birth) {
  const struct gonogo_command *command = birth->command;
  const struct gonogo_descriptor *sorted = birth->sorted;
  const char *volatile *step = &birth->step;
  int parked[MAX_DESCRIPTORS];
  unsigned next = 0;

  *step = "its session";
  if (!command->keeps_terminal && setsid() < 0) return errno;
  *step = "its control group";
  for (size_t i = 0; i < command->control_group_count; i++)
    if (write(command->control_groups[i], "0", 1) != 1) return errno;
  if (birth->joins && write(command->unified_processes, "0", 1) != 1) return errno;
  *step = "its limits";
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  for (size_t i = 0; i < command->limit_count; i++)
    if (gonogo_set_limit(&command->limits[i]) < 0) return errno;
  *step = "its user";
  if (command->user && gonogo_become(command->user) < 0) return errno;
  *step = "its orphans";
  if (command->adopts_orphans && prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0) return errno;
  *step = "its parent";
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0) return errno;
  if (getppid() != birth->parent) return ESRCH;
  *step = "its working directory";
  if (command->directory && chdir(command->directory) < 0) return errno;
  *step = "Landlock";
  if (command->landlock >= 0 && gonogo_live_under_landlock(command->landlock) < 0) return errno;
  *step = "its descriptors";
  for (size_t i = 0; i < command->descriptor_count; i++) {
    parked[i] = fcntl(sorted[i].parent, F_DUPFD, PARKED);
    if (parked[i] < 0) return errno;
  }
  for (size_t i = 0; i < command->descriptor_count; i++) {
    if (dup2(parked[i], sorted[i].child) < 0) return errno;
    if ((unsigned)sorted[i].child > next)
      syscall(SYS_close_range, next, (unsigned)sorted[i].child - 1, 0);
    next = (unsigned)sorted[i].child + 1;
  }
  if (syscall(SYS_close_range, next, ~0U, 0) < 0) return errno;

  struct sigaction fallback;
  memset(&fallback, 0, sizeof fallback);
  fallback.sa_handler = SIG_DFL;
  for (int number = 1; number < NSIG; number++)
    if (number != SIGKILL && number != SIGSTOP) sigaction(number, &fallback, NULL);
  sigset_t empty;
  sigemptyset(&empty);
  sigprocmask(SIG_SETMASK, &empty, NULL);
  *step = "its capabilities";
  if (command->drops_capabilities && gonogo_drop_capabilities() < 0) return errno;
  *step = "its system call filter";
  for (size_t i = 0; i < command->filter_count; i++)
    if (gonogo_live_under_filter(&command->filters[i]) < 0) return errno;
  *step = "it";
  execve(command->program, command->arguments, command->environment);
  return errno;
}

static void be_born(void *argument) {
  struct birth *birth = argument;
  birth->failure = prepare_child(birth);
  _exit(127);
}

// vfork into a control group: a child that begins its life there, in our memory, on a stack of its
// own. Joining later, it would have to wait until every processor has seen it, which takes
// milliseconds. -1 where that cannot be done.
static pid_t vfork_into(int group, char *stack, size_t size, struct birth *birth) {
  struct clone_args arguments;
  memset(&arguments, 0, sizeof arguments);
  arguments.flags = CLONE_VM | CLONE_VFORK | CLONE_INTO_CGROUP;
  arguments.exit_signal = SIGCHLD;
  arguments.cgroup = (unsigned long long)group;
  arguments.stack = (unsigned long long)(size_t)stack;
  arguments.stack_size = size;
  // The C library has no call for it that would not return into a frame that the child has used.
#if defined(__x86_64__)
  register void (*born)(void *) __asm__("r12") = be_born;
  register struct birth *told __asm__("r13") = birth;
  long result;
  __asm__ volatile(
      "syscall\n\t"
      "testq %%rax, %%rax\n\t"
      "jnz 1f\n\t"
      "xorl %%ebp, %%ebp\n\t"
      "movq %%r13, %%rdi\n\t"
      "callq *%%r12\n\t"
      "ud2\n"
      "1:"
      : "=a"(result)
      : "0"((long)SYS_clone3), "D"(&arguments), "S"(sizeof arguments), "r"(born), "r"(told)
      : "rcx", "r11", "cc", "memory");
#elif defined(__aarch64__)
  register long number __asm__("x8") = SYS_clone3;
  register long result __asm__("x0") = (long)&arguments;
  register long length __asm__("x1") = sizeof arguments;
  register void (*born)(void *) __asm__("x19") = be_born;
  register struct birth *told __asm__("x20") = birth;
  __asm__ volatile(
      "svc #0\n\t"
      "cbnz x0, 1f\n\t"
      "mov x29, xzr\n\t"
      "mov x0, x20\n\t"
      "blr x19\n\t"
      "brk #0\n"
      "1:"
      : "+r"(result)
      : "r"(number), "r"(length), "r"(born), "r"(told)
      : "cc", "memory");
#else
  (void)birth;
  long result = -1;
#endif
  return result < 0 ? -1 : (pid_t)result;
}

int gonogo_spawn(const struct gonogo_command *command, pid_t *child, const char **failed) {
  struct gonogo_descriptor sorted[MAX_DESCRIPTORS];
  _Alignas(16) char stack[CHILD_STACK];
  sigset_t all, before;
  struct birth birth = {command, sorted, getpid(), 0, 0, "a process"};

  if (command->descriptor_count > MAX_DESCRIPTORS) return EINVAL;
  memcpy(sorted, command->descriptors, command->descriptor_count * sizeof *sorted);
  for (size_t i = 1; i < command->descriptor_count; i++)
    for (size_t j = i; j > 0 && sorted[j].child < sorted[j - 1].child; j--) {
      struct gonogo_descriptor other = sorted[j];
      sorted[j] = sorted[j - 1];
      sorted[j - 1] = other;
    }

  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  volatile pid_t pid = -1;
  if (command->unified_group >= 0)
    pid = vfork_into(command->unified_group, stack, sizeof stack, &birth);
  if (pid < 0) {
    birth.joins = command->unified_group >= 0 || command->unified_processes >= 0;
    pid = vfork();
    if (pid == 0) be_born(&birth);
  }
  int fork_error = errno;
  sigprocmask(SIG_SETMASK, &before, NULL);
  *failed = birth.step;
  if (pid < 0) return fork_error;
  if (birth.failure != 0) {
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
    }
    return birth.failure;
  }
  *child = pid;
  return 0;
}

int gonogo_process_descriptor(pid_t child) {
  int fd = (int)syscall(SYS_pidfd_open, child, 0);
  if (fd >= 0) fcntl(fd, F_SETFD, FD_CLOEXEC);
  return fd;
}

int gonogo_memory_file(void) { return memfd_create("gonogo", MFD_CLOEXEC); }

int gonogo_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) < 0) return -1;
  return fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

static int adopts_orphans = 0;

int gonogo_adopt_orphans(void) {
  int failure = prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  adopts_orphans = failure == 0;
  return failure;
}

static int is_among(pid_t process, const pid_t *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (list[i] == process) return 1;
  return 0;
}

// Reaps the children that have ended, up to the first one of `kept`: who started that takes in its
// end, and what waits behind it is reaped the next time.
static void reap_all_but(const pid_t *kept, size_t count) {
  for (;;) {
    siginfo_t info;
    memset(&info, 0, sizeof info);
    if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0 || info.si_pid == 0) return;
    if (is_among(info.si_pid, kept, count)) return;
    waitpid(info.si_pid, NULL, WNOHANG);
  }
}

void gonogo_reap_orphans(const pid_t *own, size_t count) {
  if (adopts_orphans) reap_all_but(own, count);
}

// Kills a child and, once that has come about, reaps it.
static void end_child(pid_t child) {
  kill(child, SIGKILL);
  waitpid(child, NULL, WNOHANG);
}

// Ends every child of one thread but `spared`; returns how many there were.
static int kill_children_of(const char *thread, const pid_t *spared, size_t spared_count) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/task/%.20s/children", thread);
  FILE *list = fopen(path, "re");
  if (!list) return 0;
  int count = 0;
  int pid;
  while (fscanf(list, "%d", &pid) == 1) {
    if (is_among(pid, spared, spared_count)) continue;
    end_child(pid);
    count++;
  }
  fclose(list);
  return count;
}

// The parent of a process, or -1: the second number behind the name, which ends with the last ')'.
static int parent_of(const char *process) {
  char path[64], text[512];
  snprintf(path, sizeof path, "/proc/%.20s/stat", process);
  FILE *file = fopen(path, "re");
  if (!file) return -1;
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = 0;
  const char *name_end = strrchr(text, ')');
  int parent;
  return name_end && sscanf(name_end + 1, " %*c %d", &parent) == 1 ? parent : -1;
}

// The same for kernels without the list of children: looks at every process there is.
static int kill_children_by_parent(const pid_t *spared, size_t spared_count) {
  DIR *processes = opendir("/proc");
  if (!processes) return 0;
  int count = 0, own = (int)getpid();
  struct dirent *entry;
  while ((entry = readdir(processes)) != NULL) {
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9' || parent_of(entry->d_name) != own)
      continue;
    if (is_among((pid_t)atoi(entry->d_name), spared, spared_count)) continue;
    end_child((pid_t)atoi(entry->d_name));
    count++;
  }
  closedir(processes);
  return count;
}

// The same for every direct child: an adopted one may belong to any thread.
static int kill_children(const pid_t *spared, size_t spared_count) {
  if (access("/proc/thread-self/children", R_OK) != 0)
    return kill_children_by_parent(spared, spared_count);
  DIR *threads = opendir("/proc/self/task");
  if (!threads) return 0;
  int count = 0;
  struct dirent *entry;
  while ((entry = readdir(threads)) != NULL)
    if (entry->d_name[0] != '.') count += kill_children_of(entry->d_name, spared, spared_count);
  closedir(threads);
  return count;
}

void gonogo_end_all_children(const pid_t *spared, size_t count) {
  struct timespec pause = {0, 1000000};
  for (int round = 0; round < 2000; round++) {
    if (kill_children(spared, count) == 0) return;
    nanosleep(&pause, NULL);
  }
}

static int signal_pipe[2] = {-1, -1};
static volatile sig_atomic_t signals_seen = 0;

// Kills every child there is, adopted ones too, with nothing but what a signal handler may call.
static void kill_children_in_handler(void) {
  char path[] = "/proc/thread-self/children";
  struct timespec pause = {0, 1000000};
  for (int round = 0; round < 100; round++) {
    char list[4096];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ssize_t length = read(file, list, sizeof list);
    close(file);
    if (length <= 0) return;
    pid_t child = 0;
    for (ssize_t i = 0; i < length; i++) {
      if (list[i] >= '0' && list[i] <= '9') {
        child = child * 10 + (list[i] - '0');
      } else {
        if (child > 0) {
          kill(-child, SIGKILL);
          kill(child, SIGKILL);
        }
        child = 0;
      }
    }
    nanosleep(&pause, NULL);
    while (waitpid(-1, NULL, WNOHANG) > 0) {
    }
  }
}

static void note_signal(int number) {
  int saved = errno;
  // Asked a second time, nothing is waited for. A terminal that goes may send SIGHUP twice by itself.
  if (signals_seen && number != SIGHUP) {
    kill_children_in_handler();
    _exit(130);
  }
  signals_seen = 1;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(signal_pipe[1], &byte, 1);
  (void)written;
  errno = saved;
}

int gonogo_watch_signals(void) {
  if (signal_pipe[0] >= 0) return signal_pipe[0];
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) < 0) return -1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note_signal;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, NULL);
  // Started from a thread that blocks signals, as thread pools do, we would inherit that and could
  // never be interrupted.
  sigset_t watched;
  sigemptyset(&watched);
  sigaddset(&watched, SIGINT);
  sigaddset(&watched, SIGTERM);
  sigaddset(&watched, SIGHUP);
  sigprocmask(SIG_UNBLOCK, &watched, NULL);
  return signal_pipe[0];
}

void gonogo_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
