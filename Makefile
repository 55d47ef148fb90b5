# make demo    from a fresh machine (Swift, git and make) to reports on the fixtures
# make test    everything
# The other targets are steps of these two, or for those who work on Curette.

SWIFT ?= swift
PREFIX ?= /usr/local
BUILD = .build/release
# A stage may import only what the manifest lets it: without the check, a warm build lets more through.
CHECKS = --explicit-target-dependency-import-check error

.DEFAULT_GOAL := build
.PHONY: setup build demo test lint oracle bench fit install clean

## What is missing of the system libraries and word lists.
setup:
	@Scripts/setup.sh

## .build/release/curette, which runs where no Swift is installed.
build: setup
	$(SWIFT) build -c release --product curette --static-swift-stdlib $(CHECKS)

## Reports on Fixtures/pages in demo/reports.jsonl, and a table of what they hold.
demo: build
	@mkdir -p demo
	@echo
	@echo "$(BUILD)/curette annotate Fixtures/pages -o demo/reports.jsonl --table"
	@$(BUILD)/curette annotate Fixtures/pages -o demo/reports.jsonl --table
	@echo "Reports: demo/reports.jsonl"

## All tests, optimised: the hostile pages would take minutes without. Those that read shared data are skipped where CURETTE_SHARED does not name it.
test: setup
	$(SWIFT) test -c release --disable-xctest $(CHECKS)

## Style, and that no stage imports what stands below it.
lint: setup
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Plugins Benchmarks/Package.swift \
		Benchmarks/Sources
	$(SWIFT) build -c release $(CHECKS)

## The visible text of the HTML pages in PAGES held against Gumbo's (libgumbo-dev), white space aside.
PAGES ?= /usr/share/doc
oracle: build
	Tests/Oracle/compare $(BUILD)/curette $(PAGES)

## Speed of the whole job on one core, over pages of the benchmark's own making.
bench: build
	$(SWIFT) run -c release --package-path Benchmarks curette-benchmark $(BUILD)/curette

## The tagger's weights, fitted to the fixtures' gold, and how they do on pages left out; then look at the diff.
fit: setup
	$(SWIFT) run -c release curette-fit Fixtures/pages Fixtures/gold --write Sources/CuretteTag/Data/weights.tsv

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BUILD)/curette "$(DESTDIR)$(PREFIX)/bin/curette"

clean:
	rm -rf .build Benchmarks/.build demo
