// libFuzzer brings the `main` that calls this. In C, because SwiftPM gives a Swift program a main of its own.
#include <stddef.h>
#include <stdint.h>

int chatferry_read_chat_text(const uint8_t *data, intptr_t count);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t count);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t count) {
  return chatferry_read_chat_text(data, (intptr_t)count);
}
