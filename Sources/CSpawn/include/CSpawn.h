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

// What to start. Everything is borrowed for the duration of the call.
struct gonogo_command {
  const char *program;            // absolute path
  char *const *arguments;         // NULL-terminated, the program's name first
  char *const *environment;       // NULL-terminated
  const char *directory;          // working directory, or NULL to keep ours
  const struct gonogo_descriptor *descriptors;
  size_t descriptor_count;        // at most 16; every other descriptor is closed
  unsigned long long file_limit;  // largest file it may write in bytes, 0 for no limit
  int keeps_terminal;             // nonzero: stays in our session, may ask on the terminal
};

// Starts the command, in a session of its own unless it keeps the terminal, with default signals
// and no core dumps. The child dies when the calling *thread* dies, so call it from the main thread. Returns 0 and sets *child,
// or the errno of what failed, exec included.
int gonogo_spawn(const struct gonogo_command *command, pid_t *child);

// A descriptor that becomes readable when the child has ended, or -1 with errno. Close it.
int gonogo_process_descriptor(pid_t child);

// An anonymous file in memory, closed on exec, or -1 with errno. Close it.
int gonogo_memory_file(void);

// A pipe, both ends closed on exec, the reading end non-blocking. 0, or -1 with errno.
int gonogo_pipe(int ends[2]);

// Makes this process the parent of every orphan below it, so that none can hide. 0 or -1.
int gonogo_adopt_orphans(void);

// Reaps the adopted orphans that have ended; call it while no child of our own is running, whose
// end it would hide. Does nothing unless orphans are adopted.
void gonogo_reap_orphans(void);

// Kills and reaps every child of this process that is left, in rounds, until there is none.
void gonogo_end_all_children(void);

// From now on SIGINT, SIGTERM and SIGHUP write one byte each (the signal's number) into a pipe.
// Returns its reading end, or -1 with errno. SIGPIPE is ignored from then on.
int gonogo_watch_signals(void);

// No core dump is written of this process, and nobody but root reads its memory and environment.
void gonogo_forbid_dumps(void);

#endif
