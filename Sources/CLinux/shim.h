#pragma once

/// Of the C library, which shows it only to those who ask for all of GNU's extensions.
extern int syncfs(int descriptor);

static inline int shim_syncfs(int descriptor) { return syncfs(descriptor); }

extern void *memmem(const void *bytes, unsigned long count, const void *wanted, unsigned long wantedCount);

static inline void *shim_memmem(const void *bytes, unsigned long count, const void *wanted,
                                unsigned long wantedCount) {
  return memmem(bytes, count, wanted, wantedCount);
}
