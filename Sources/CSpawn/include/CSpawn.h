// Starting and ending child processes: the few system calls that Swift cannot reach safely
// (variadic, running in a vfork child, or missing from the headers it imports).
#ifndef GONOGO_CSPAWN_H
#define GONOGO_CSPAWN_H

#include <stddef.h>
#include <sys/types.h>

// A descriptor of the parent and the number it gets in the child.
struct gonogo_descriptor {
  int parent;
  int child;
};

// A resource and the most of it that the child may use; see setrlimit(2).
struct gonogo_limit {
  int resource;
  unsigned long long most;
};

// Who the child is to be.
struct gonogo_user {
  uid_t user;
  gid_t group;
  const gid_t *groups;            // the other groups
  size_t group_count;
};

// One instruction of a system call filter: struct sock_filter of the kernel.
struct gonogo_instruction {
  unsigned short code;
  unsigned char jump_true, jump_false;
  unsigned int value;
};

// A system call filter.
struct gonogo_filter {
  const struct gonogo_instruction *instructions;
  unsigned short count;
};

// What to start. Everything is borrowed for the duration of the call.
struct gonogo_command {
  const char *program;            // absolute path
  char *const *arguments;         // NULL-terminated, the program's name first
  char *const *environment;       // NULL-terminated
  const char *directory;          // working directory, or NULL to keep ours
  const struct gonogo_descriptor *descriptors;
  size_t descriptor_count;        // at most 16; every other descriptor is closed
  const struct gonogo_limit *limits;
  size_t limit_count;
  const int *control_groups;      // open tasks files of the groups it joins (cgroup v1)
  size_t control_group_count;
  int unified_group;              // the open folder of the group it is started in (v2), or -1
  int unified_processes;          // the open cgroup.procs of that, for older kernels, or -1
  const struct gonogo_user *user; // NULL to stay who we are
  int landlock;                   // a Landlock ruleset to live under, or -1
  const struct gonogo_filter *filters;
  size_t filter_count;            // system call filters to live under
  int drops_capabilities;         // nonzero: root without root's powers
  int keeps_terminal;             // nonzero: stays in our session, may ask on the terminal
  int adopts_orphans;             // nonzero: becomes the parent of the orphans below it
};

// Starts the command, in a session of its own unless it keeps the terminal, with default signals
// and no core dumps. The child dies when the calling *thread* dies, so call it from the main thread.
// Returns 0 and sets *child, or the errno of what failed, exec included, and sets *failed to its
// name.
int gonogo_spawn(const struct gonogo_command *command, pid_t *child, const char **failed);

// What Landlock of this kernel offers: 0 for nothing, else its version.
int gonogo_landlock_version(void);

// A ruleset that keeps signals and abstract sockets inside (version 6), and with `files` also lets
// nothing be read or written but what is allowed. A descriptor, or -1 with errno. Close it.
int gonogo_landlock_ruleset(int files);

// Lets what lies at or below a path be read and executed, and with `writes` be written. 0, or -1
// with errno.
int gonogo_landlock_allow(int ruleset, const char *path, int writes);

// The system call filter for blocks on this machine; no instructions where there is none.
// `kind` 0 is the filter proper, 1 the one that refuses every socket but local ones.
struct gonogo_filter gonogo_system_call_filter(int kind);

// The same for a machine by its name (x86_64, aarch64).
struct gonogo_filter gonogo_system_call_filter_of(const char *machine, int kind);

// A descriptor that becomes readable when the child has ended, or -1 with errno. Close it.
int gonogo_process_descriptor(pid_t child);

// An anonymous file in memory, closed on exec, or -1 with errno. Close it.
int gonogo_memory_file(void);

// A pipe, both ends closed on exec, the reading end non-blocking. 0, or -1 with errno.
int gonogo_pipe(int ends[2]);

// Makes this process the parent of every orphan below it, so that none can hide. 0 or -1.
int gonogo_adopt_orphans(void);

// Reaps the adopted orphans that have ended; call it while no child of our own is running but `own`,
// whose end it would hide. Does nothing unless orphans are adopted.
void gonogo_reap_orphans(const pid_t *own, size_t count);

// Kills and reaps every child of this process that is left but `spared`, in rounds, until there is
// none.
void gonogo_end_all_children(const pid_t *spared, size_t count);

// From now on SIGINT, SIGTERM and SIGHUP write one byte each (the signal's number) into a pipe.
// Returns its reading end, or -1 with errno. SIGPIPE is ignored from then on.
int gonogo_watch_signals(void);

// No core dump is written of this process, and nobody but root reads its memory and environment.
void gonogo_forbid_dumps(void);

#endif
