#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <simdjson.h>

/// simdjson's memory, kept by each thread from one text to the next unless a long one needed much of it.
class Finder {
 public:
  using Parser = simdjson::internal::dom_parser_implementation;

  /// Of the thread that asks.
  static Finder &own();

  /// Finds where every token begins; NULL, or what is wrong. Stage 2 of simdjson is not asked: it keeps no source
  /// positions and refuses numbers that do not fit a double, while a message's bytes must survive as they are.
  const char *find(const uint8_t *bytes, size_t length, size_t depthLimit);

  /// What was found last.
  const Parser &found() const { return *parser; }

  void forgetMuch();

 private:
  static constexpr size_t smallest = 64 << 10;
  static constexpr size_t largest = 512 << 10;

  std::unique_ptr<Parser> parser;
  size_t capacity = 0;

  simdjson::error_code stage1(const uint8_t *bytes, size_t length, size_t depthLimit);
};
