// What a child puts on itself between vfork and execve: system calls only.
#ifndef GONOGO_CONFINE_H
#define GONOGO_CONFINE_H

#include "CSpawn.h"

// Lowers a limit, never above what we have ourselves. 0 or -1 with errno, as all of these.
int gonogo_set_limit(const struct gonogo_limit *limit);

// Becomes another user for good.
int gonogo_become(const struct gonogo_user *user);

// Lives under a Landlock ruleset from now on; gains no privileges by executing a program.
int gonogo_live_under_landlock(int ruleset);

// Gives up every capability for good, also for root.
int gonogo_drop_capabilities(void);

// Lives under a system call filter from now on.
int gonogo_live_under_filter(const struct gonogo_filter *filter);

#endif
