#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "seccomp_filters.h"

int gonogo_set_limit(const struct gonogo_limit *limit) {
  struct rlimit value;
  if (getrlimit((unsigned)limit->resource, &value) < 0) return -1;
  if (limit->most < value.rlim_max) value.rlim_max = limit->most;
  if (value.rlim_cur > value.rlim_max) value.rlim_cur = value.rlim_max;
  return setrlimit((unsigned)limit->resource, &value);
}

// The calls of the C library change every thread of the process, and in a child of vfork these are
// the parent's: so the bare ones.
int gonogo_become(const struct gonogo_user *user) {
  if (syscall(SYS_setgroups, user->group_count, user->groups) < 0) return -1;
  if (syscall(SYS_setresgid, user->group, user->group, user->group) < 0) return -1;
  return (int)syscall(SYS_setresuid, user->user, user->user, user->user);
}

int gonogo_live_under_landlock(int ruleset) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return -1;
  return (int)syscall(446 /* landlock_restrict_self */, ruleset, 0);
}

int gonogo_drop_capabilities(void) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[2];
  memset(none, 0, sizeof none);
  // Without the bounding set even root executes a program without any; only root can empty it.
  for (int number = 0; prctl(PR_CAPBSET_READ, number, 0, 0, 0) >= 0; number++)
    if (prctl(PR_CAPBSET_DROP, number, 0, 0, 0) < 0 && geteuid() == 0) return -1;
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  return (int)syscall(SYS_capset, &header, none);
}

int gonogo_live_under_filter(const struct gonogo_filter *filter) {
  struct sock_fprog program = {filter->count, (struct sock_filter *)(void *)filter->instructions};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return -1;
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

_Static_assert(sizeof(struct gonogo_instruction) == sizeof(struct sock_filter), "same layout");

#define FILTER(table) \
  (struct gonogo_filter) { \
    (const struct gonogo_instruction *)(const void *)(table), sizeof(table) / sizeof *(table) \
  }

struct gonogo_filter gonogo_system_call_filter_of(const char *machine, int kind) {
  if (strcmp(machine, "x86_64") == 0)
    return kind ? FILTER(local_only_x86_64) : FILTER(filter_x86_64);
  if (strcmp(machine, "aarch64") == 0)
    return kind ? FILTER(local_only_aarch64) : FILTER(filter_aarch64);
  return (struct gonogo_filter){NULL, 0};
}

struct gonogo_filter gonogo_system_call_filter(int kind) {
#if defined(__x86_64__)
  return gonogo_system_call_filter_of("x86_64", kind);
#elif defined(__aarch64__)
  return gonogo_system_call_filter_of("aarch64", kind);
#else
  return gonogo_system_call_filter_of("", kind);
#endif
}
