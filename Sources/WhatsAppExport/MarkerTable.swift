/// The words that phones write into exports, by language; see `MarkerTable+Data.swift`.
struct MarkerTable {}
