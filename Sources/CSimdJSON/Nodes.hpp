#pragma once

#include "CSimdJSON.h"

#include <cstdlib>

namespace {

/// Keeps every value and every name as a node.
class Nodes {
 public:
  /// Nodes stand where their values do.
  struct Place {};

  /// Every node has a token of its own.
  explicit Nodes(size_t tokenCount)
      : nodes(static_cast<cjson_node *>(std::malloc((tokenCount + 1) * sizeof(cjson_node)))) {}

  ~Nodes() { std::free(nodes); }

  bool isReady() const { return nodes; }
  Place top() const { return {}; }

  void leaf(cjson_kind kind, uint32_t start, uint32_t end, Place) {
    nodes[count] = {start, end, static_cast<uint32_t>(count + 1), kind};
    count++;
  }

  size_t begin(cjson_kind kind, uint32_t start, Place place) {
    leaf(kind, start, 0, place);
    return count - 1;
  }

  Place item(size_t) const { return {}; }

  Place name(cjson_kind kind, uint32_t start, uint32_t end, size_t) {
    leaf(kind, start, end, {});
    return {};
  }

  void finish(size_t self, uint32_t end) {
    nodes[self].end = end;
    nodes[self].next = static_cast<uint32_t>(count);
  }

  cjson_node *take(size_t *total) {
    *total = count;
    cjson_node *taken = nodes;
    nodes = nullptr;
    return taken;
  }

 private:
  cjson_node *nodes;
  size_t count = 0;
};

}  // namespace
