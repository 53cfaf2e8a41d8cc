#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's headers of today's distributions are older than its Landlock: the numbers are here.
enum {
  CREATE_RULESET = 444, ADD_RULE = 445, CREATE_RULESET_VERSION = 1, RULE_PATH_BENEATH = 1,
  EXECUTE = 1 << 0, WRITE_FILE = 1 << 1, READ_FILE = 1 << 2, READ_DIR = 1 << 3,
  REMOVE_DIR = 1 << 4, REMOVE_FILE = 1 << 5, MAKE_CHAR = 1 << 6, MAKE_DIR = 1 << 7,
  MAKE_REG = 1 << 8, MAKE_SOCK = 1 << 9, MAKE_FIFO = 1 << 10, MAKE_BLOCK = 1 << 11,
  MAKE_SYM = 1 << 12, REFER = 1 << 13 /* 2 */, TRUNCATE = 1 << 14 /* 3 */,
  IOCTL_DEV = 1 << 15 /* 5 */,
  SCOPE_ABSTRACT_SOCKETS = 1 << 0, SCOPE_SIGNALS = 1 << 1,  // 6
  READING = EXECUTE | READ_FILE | READ_DIR,
  ON_FILES = EXECUTE | READ_FILE | WRITE_FILE | TRUNCATE | IOCTL_DEV,
};

struct ruleset {
  unsigned long long files, network, scope;
};

struct path_rule {
  unsigned long long allowed;
  int path;
} __attribute__((packed));

int gonogo_landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, CREATE_RULESET_VERSION);
  return version > 0 ? (int)version : 0;
}

// Every right on files that this kernel knows of.
static unsigned long long known_rights(int version) {
  unsigned long long rights = (MAKE_SYM << 1) - 1;
  if (version >= 2) rights |= REFER;
  if (version >= 3) rights |= TRUNCATE;
  if (version >= 5) rights |= IOCTL_DEV;
  return rights;
}

int gonogo_landlock_ruleset(int files) {
  int version = gonogo_landlock_version();
  struct ruleset ruleset = {0, 0, 0};
  if (files) ruleset.files = known_rights(version);
  if (version >= 6) ruleset.scope = SCOPE_ABSTRACT_SOCKETS | SCOPE_SIGNALS;
  size_t size = version >= 6 ? sizeof ruleset : sizeof ruleset.files;
  int fd = (int)syscall(CREATE_RULESET, &ruleset, size, 0);
  if (fd >= 0) fcntl(fd, F_SETFD, FD_CLOEXEC);
  return fd;
}

int gonogo_landlock_allow(int ruleset, const char *path, int writes) {
  struct stat status;
  int fd = open(path, O_PATH | O_CLOEXEC);
  if (fd < 0) return -1;
  unsigned long long rights = READING;
  // Devices are written, never made.
  if (writes) rights = known_rights(gonogo_landlock_version()) & ~(MAKE_CHAR | MAKE_BLOCK);
  if (fstat(fd, &status) < 0 || !S_ISDIR(status.st_mode)) rights &= ON_FILES;
  rights &= known_rights(gonogo_landlock_version());
  struct path_rule rule = {rights, fd};
  int result = (int)syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0);
  int failure = errno;
  close(fd);
  errno = failure;
  return result;
}
