#pragma once

#include <sys/prctl.h>
#include <sys/resource.h>

/// Of the C library, which shows it only to those who ask for all of GNU's extensions.
extern int syncfs(int descriptor);

static inline int shim_syncfs(int descriptor) { return syncfs(descriptor); }

/// No core dump, no debugger or `/proc/PID/environ` for other processes of the same user. 0 when both worked.
static inline int shim_keep_memory_private(void) {
  struct rlimit none = {0, 0};
  int core = setrlimit(RLIMIT_CORE, &none);
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) | core;
}

static inline int shim_is_memory_private(void) {
  struct rlimit now;
  return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && getrlimit(RLIMIT_CORE, &now) == 0 && now.rlim_cur == 0 &&
         now.rlim_max == 0;
}
