# `make demo` and `make test` are all a newcomer needs; each does its own set-up.

STRICT := --explicit-target-dependency-import-check error
SOURCES := Package.swift Sources Tests

.PHONY: demo demo-partner test check-full build benchmark fuzz format lint setup

demo: build
	@samples/demo .build/release/chatferry

demo-partner: build
	@samples/demo-partner .build/release/chatferry

test: lint
	@swift build -q --build-tests $(STRICT)
	@.ci/quietly 10 swift test --skip-build --parallel
	@.ci/fuzz 60

lint: setup
	@swift format lint --strict --parallel --recursive $(SOURCES)

build: setup
	@swift build -q -c release --product chatferry $(STRICT)

# Everything that is too slow for every change: runs that are killed, or fail, at every call that changes the disk; sanitizers,
# slow tests, documentation.
check-full: test
	@.ci/crash .build/debug/chatferry
	@TSAN_OPTIONS=suppressions=$(CURDIR)/.ci/thread-sanitizer CHATFERRY_SLOW_TESTS=1 .ci/quietly 60 swift test --parallel --sanitize thread --scratch-path .build/thread
	@ASAN_OPTIONS=detect_leaks=0:suppressions=$(CURDIR)/.ci/address-sanitizer CHATFERRY_SLOW_TESTS=1 .ci/quietly 60 swift test --parallel --sanitize address --scratch-path .build/address
	@.ci/documentation

benchmark: build
	@Tests/Benchmarks/run

# Reads invented archives, texts, pages, contacts and configurations by libFuzzer for FUZZ_SECONDS each; `make test` does it
# for a minute each. FUZZ_TARGET=text reads texts alone.
FUZZ_SECONDS := 240
fuzz: setup
	@.ci/fuzz $(FUZZ_SECONDS) $(FUZZ_TARGET)

format:
	@swift format --in-place --parallel --recursive $(SOURCES)

setup:
	@.ci/setup
