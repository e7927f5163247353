internal import CCurl
internal import Glibc

/// One request under way, owned and touched by the transport's thread only.
///
/// libcurl keeps a pointer to it from `init` to `deinit`, so it must stay where it is held until the
/// handle is out of the multi handle.
final class Transfer {
  typealias Continuation = CheckedContinuation<Answer, Never>

  /// libcurl's handle, for adding to the multi handle and removing from it.
  let handle: UnsafeMutableRawPointer
  let continuation: Continuation

  private let exchange: Exchange
  private let reader: BodyReader?
  private var headers: UnsafeMutablePointer<curl_slist>?
  private var form: OpaquePointer?
  /// Where libcurl writes more than its codes say.
  private let details = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var answer = Answer()
  private var headerBytes = 0
  /// Why a callback made libcurl stop.
  private var stop: Answer.Failure?
  /// Whether a callback made libcurl stop after all that counts had come.
  private var isCutShort = false
  private var wasPrivate = false

  /// Of a refusal's body, in bytes: what stands in it after the first part tells nobody anything.
  private static let refusalLimit = 256 << 10
  /// Of all headers of an answer and what comes before it, in bytes.
  private static let headerLimit = 256 << 10

  /// nil where libcurl has no memory.
  init?(_ exchange: Exchange, _ continuation: Continuation) {
    guard let handle = curl_easy_init() else { return nil }
    self.handle = handle
    self.continuation = continuation
    self.exchange = exchange
    reader =
      switch exchange.body {
      case .none: nil
      case .json(let prefix, let stream, let suffix):
        BodyReader(prefix: prefix, stream: stream, suffix: suffix)
      case .file(let upload, _): BodyReader(stream: upload.body)
      }
    guard configure() else { return nil }
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(headers)
    curl_mime_free(form)
    details.deallocate()
  }

  // MARK: Setting up

  private func configure() -> Bool {
    let scheme = exchange.isLoopback ? "http,https" : "https"
    var isSet =
      set(CURLOPT_URL, exchange.url) && set(CURLOPT_PROTOCOLS_STR, scheme)
      && set(CURLOPT_REDIR_PROTOCOLS_STR, scheme) && set(CURLOPT_FOLLOWLOCATION, 0)
      && set(CURLOPT_NETRC, 0) && set(CURLOPT_NOSIGNAL, 1) && set(CURLOPT_TCP_KEEPALIVE, 1)
      && set(CURLOPT_CONNECTTIMEOUT_MS, 20_000) && set(CURLOPT_LOW_SPEED_LIMIT, 1024)
      && set(CURLOPT_LOW_SPEED_TIME, max(1, Int(exchange.stallLimit.components.seconds)))
      && set(CURLOPT_HTTP_VERSION, shim_http_1_1) && set(CURLOPT_SSLVERSION, shim_tls_1_2)
      && set(CURLOPT_UPLOAD_BUFFERSIZE, 256 << 10) && set(CURLOPT_BUFFERSIZE, 128 << 10)
      && set(CURLOPT_FRESH_CONNECT, exchange.isRepeatable ? 0 : 1)
      && set(CURLOPT_FORBID_REUSE, exchange.isRepeatable ? 0 : 1)
      && set(CURLOPT_USERAGENT, "chatferry")
    if exchange.isLoopback { isSet = isSet && set(CURLOPT_NOPROXY, "*") }
    if let file = exchange.authorities { isSet = isSet && set(CURLOPT_CAINFO, file) }
    details.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    isSet = isSet && shim_setopt_pointer(handle, CURLOPT_ERRORBUFFER, details) == CURLE_OK
    // Files are not to be packed, and are unpacked where a proxy did so all the same.
    isSet = isSet && set(CURLOPT_ACCEPT_ENCODING, exchange.receive == nil ? "gzip" : "identity")
    let me = Unmanaged.passUnretained(self).toOpaque()
    if !exchange.mayBePrivate {
      isSet = isSet && shim_setopt_opensocket(handle, onOpenSocket, me) == CURLE_OK
    }
    return isSet && shim_setopt_answer(handle, onHeader, onBody, me) == CURLE_OK
      && configureBody(me) && configureHeaders()
  }

  private func configureBody(_ me: UnsafeMutableRawPointer) -> Bool {
    guard let reader else {
      return exchange.method == .get
        || set(CURLOPT_CUSTOMREQUEST, exchange.method.rawValue)
    }
    if case .file(let upload, let field) = exchange.body {
      form = curl_mime_init(handle)
      guard let form, let part = curl_mime_addpart(form) else { return false }
      // As libcurl reads the part through its own callback, it knows the length of the whole form
      // and announces it.
      return curl_mime_name(part, field) == CURLE_OK
        && curl_mime_filename(part, upload.fileName) == CURLE_OK
        && curl_mime_type(part, upload.contentType) == CURLE_OK
        && curl_mime_data_cb(part, Int(reader.length), onRead, onSeek, nil, me) == CURLE_OK
        && shim_setopt_mime(handle, form) == CURLE_OK
    }
    // With POST libcurl sends a body whatever the method is called.
    return set(CURLOPT_POST, 1)
      && (exchange.method == .post || set(CURLOPT_CUSTOMREQUEST, exchange.method.rawValue))
      && shim_setopt_off(handle, CURLOPT_POSTFIELDSIZE_LARGE, Int(reader.length)) == CURLE_OK
      && shim_setopt_upload(handle, onRead, onSeek, me) == CURLE_OK
  }

  private func configureHeaders() -> Bool {
    // `Expect:` removes the header, with which libcurl would wait a second before a large body.
    var lines = ["Accept: \(exchange.accept)", "Expect:"]
    if case .json = exchange.body { lines.append("Content-Type: application/json") }
    if let token = exchange.token { lines.append(exchange.tokenHeader.line(token)) }
    for line in lines {
      guard let longer = curl_slist_append(headers, line) else { return false }
      headers = longer
    }
    return shim_setopt_headers(handle, headers) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ value: Int) -> Bool {
    shim_setopt_long(handle, option, value) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ value: String) -> Bool {
    shim_setopt_string(handle, option, value) == CURLE_OK
  }

  // MARK: Callbacks

  /// Takes bytes of the answer; false makes libcurl stop.
  fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let receive = exchange.receive, status == 200 else {
      let limit = status >= 300 ? Self.refusalLimit : exchange.answerLimit
      guard answer.body.count + bytes.count <= limit else {
        return end(.tooLong("it is longer than \(limit >> 20) MiB"))
      }
      answer.body.append(contentsOf: bytes)
      return true
    }
    do {
      try receive(bytes)
      answer.bytesReceived += Int64(bytes.count)
      return true
    } catch {
      stop = .receiver(String(describing: error))
      return false
    }
  }

  /// Takes a line of the headers; false makes libcurl stop.
  fileprivate func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= Self.headerLimit else {
      return end(.tooLong("its headers are longer than \(Self.headerLimit >> 10) KiB"))
    }
    answer.headers.take(line)
    return true
  }

  /// Makes libcurl stop at an answer without end. A refusal is one by its status, whatever else would come.
  private func end(_ failure: Answer.Failure) -> Bool {
    if status >= 300 { isCutShort = true } else { stop = failure }
    return false
  }

  private var status: Int {
    var status = 0
    shim_getinfo_long(handle, CURLINFO_RESPONSE_CODE, &status)
    return status
  }

  /// What the exchange ends with before it is begun, since its body is not to be had; nil where it is.
  func failureOfBody() -> Answer? {
    guard case .json = exchange.body else { return nil }
    do {
      try reader?.lookAtBeginning()
      return nil
    } catch {
      answer.failure = .body(String(describing: error))
      return answer
    }
  }

  /// nil makes libcurl stop.
  fileprivate func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    do {
      return try reader?.read(into: buffer) ?? 0
    } catch {
      stop = .body(String(describing: error))
      return nil
    }
  }

  /// Whether libcurl may connect to the address, whatever name led to it.
  fileprivate func mayConnect(to address: UnsafeRawPointer, count: Int) -> Bool {
    let isPublic = NetworkAddress(address, count: count)?.isPublic ?? false
    if !isPublic { wasPrivate = true }
    return isPublic
  }

  fileprivate func rewind() -> Bool {
    guard exchange.isRepeatable, let reader else { return false }
    reader.rewind()
    return true
  }

  // MARK: The end

  /// The answer, when libcurl has ended with `code`.
  func finish(_ code: CURLcode) -> Answer {
    collectSizes()
    if isCutShort { return answer }
    if let stop {
      answer.failure = stop
    } else if wasPrivate, Self.isConnecting(code) {
      answer.failure = .privateAddress
    } else if code != CURLE_OK {
      answer.failure = .connection(
        words(for: code), isConnecting: Self.isConnecting(code),
        isPermanent: Self.isPermanent(code), isTimeout: code == CURLE_OPERATION_TIMEDOUT)
    }
    return answer
  }

  /// What the code says, and of a certificate or protocol that is not taken also why.
  private func words(for code: CURLcode) -> String {
    let words = String(cString: curl_easy_strerror(code))
    guard code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR else {
      return words
    }
    let reason = String(cString: details)
    return reason.isEmpty ? words : "\(words): \(reason)"
  }

  func cancel() -> Answer {
    collectSizes()
    answer.failure = .cancelled
    return answer
  }

  private func collectSizes() {
    var headerBytes = 0
    var bodyBytes = 0
    answer.status = status
    shim_getinfo_long(handle, CURLINFO_REQUEST_SIZE, &headerBytes)
    shim_getinfo_off(handle, CURLINFO_SIZE_UPLOAD_T, &bodyBytes)
    var peer: UnsafeMutablePointer<CChar>?
    shim_getinfo_string(handle, CURLINFO_PRIMARY_IP, &peer)
    answer.peer = peer.flatMap { NetworkAddress(String(cString: $0)) }
    answer.bytesSent = Int64(headerBytes + bodyBytes)
  }

  /// Codes that only come up before a request is sent.
  private static func isConnecting(_ code: CURLcode) -> Bool {
    switch code {
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT,
      CURLE_SSL_CONNECT_ERROR, CURLE_PROXY:
      true
    default: isPermanent(code)
    }
  }

  /// Codes that come up again at every try.
  private static func isPermanent(_ code: CURLcode) -> Bool {
    switch code {
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_INVALIDCERTSTATUS:
      true
    default: false
    }
  }
}

private func transfer(_ data: UnsafeMutableRawPointer?) -> Transfer? {
  data.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private let onHeader: curl_write_callback = { bytes, size, count, data in
  let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return transfer(data)?.takeHeader(line) == true ? size * count : -1
}

private let onBody: curl_write_callback = { bytes, size, count, data in
  let whole = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return transfer(data)?.take(whole) == true ? size * count : -1
}

private let onRead: curl_read_callback = { buffer, size, count, data in
  let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
  return transfer(data)?.give(room) ?? Int(shim_readfunc_abort)
}

private let onSeek: curl_seek_callback = { data, offset, origin in
  guard offset == 0, origin == SEEK_SET, transfer(data)?.rewind() == true else {
    return CURL_SEEKFUNC_FAIL
  }
  return CURL_SEEKFUNC_OK
}

private let onOpenSocket: curl_opensocket_callback = { data, _, address in
  guard let address else { return -1 }
  let place = UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
  guard transfer(data)?.mayConnect(to: place, count: Int(address.pointee.addrlen)) == true else {
    return -1
  }
  return socket(
    address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
    address.pointee.protocol)
}
