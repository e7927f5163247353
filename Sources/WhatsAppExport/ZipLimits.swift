/// What an archive may claim at most. Far above any phone's export, far below what would hurt.
enum ZipLimits {
  static let entries = 100_000
  static let nameBytes = 1_024
  /// Folders and the name itself.
  static let levels = 32
  static let commentBytes = 16_384
  /// An entry may be larger than `freeSize` bytes, or packed more than `ratio`-fold, but not both.
  static let freeSize: Int64 = 256 << 20
  /// The same for all entries of an archive together.
  static let freeTotal: Int64 = 1 << 30
  static let ratio: Int64 = 200
}
