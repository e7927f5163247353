// libFuzzer brings the `main` that calls this. In C, because SwiftPM gives a Swift program a main of its own.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int (*reader)(const uint8_t *data, intptr_t count);

int chatferry_read_archive(const uint8_t *data, intptr_t count);
int chatferry_read_chat_text(const uint8_t *data, intptr_t count);
int chatferry_read_page(const uint8_t *data, intptr_t count);
int chatferry_read_contacts(const uint8_t *data, intptr_t count);
int chatferry_read_configuration(const uint8_t *data, intptr_t count);
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t count);

static const struct {
  const char *name;
  reader read;
} targets[] = {
    {"archive", chatferry_read_archive},   {"text", chatferry_read_chat_text},
    {"page", chatferry_read_page},         {"contacts", chatferry_read_contacts},
    {"configuration", chatferry_read_configuration},
};

static reader chosen;

// FUZZ_TARGET says what the bytes are.
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc, (void)argv;
  const char *name = getenv("FUZZ_TARGET");
  for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
    if (name && strcmp(name, targets[i].name) == 0) chosen = targets[i].read;
  if (chosen) return 0;
  fputs("set FUZZ_TARGET to archive, text, page, contacts or configuration\n", stderr);
  exit(2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t count) { return chosen(data, (intptr_t)count); }
