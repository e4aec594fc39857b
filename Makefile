# The commands of the house. `make run` and `make test` set up all they need by themselves.
SHELL := /bin/bash
SWIFT ?= swift
# An import that Package.swift does not allow is an error.
FLAGS := --explicit-target-dependency-import-check error
RELEASE := .build/release/sanku
SAMPLE := .build/sample/library.sanku
# The sample is a province in mid-2023, and is opened as of then.
SAMPLE_DAY := 2023-06-30
PREFIX ?= /usr/local
SHARE := $(PREFIX)/share
DESTDIR ?=

.PHONY: fuzz fuzz-build run build sample-db setup setup-test setup-long test bench lint format man install uninstall check-long sample clean help

run: build sample ## build a release and open the sample library
	@SANKU_TODAY=$(SAMPLE_DAY) $(RELEASE) $(SAMPLE)

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup:
	@Scripts/setup run

setup-test:
	@Scripts/setup test

setup-long:
	@Scripts/setup long

build: setup ## build a release
	$(SWIFT) build -c release --static-swift-stdlib --product sanku $(FLAGS)

sample: $(SAMPLE)

# A writable copy of the sample lists; made anew (the old one kept beside it) when the lists change.
$(SAMPLE): $(wildcard sample-db/*.csv) | build
	@mkdir -p -m 700 $(dir $(SAMPLE))
	@for part in "" .scratch; do \
	  if [ -e $(SAMPLE)$$part ]; then rm -rf $(SAMPLE).old$$part; mv $(SAMPLE)$$part $(SAMPLE).old$$part; fi; done
	@SANKU_TODAY=$(SAMPLE_DAY) $(RELEASE) init $(SAMPLE) --from sample-db

sample-db: build ## make the sample lists anew (they are kept; look at the difference before committing it)
	@rm -rf .build/sample-made && mkdir -p -m 700 .build/sample-made
	@SANKU_TODAY=$(SAMPLE_DAY) $(RELEASE) generate .build/sample-made/made.sanku --projects 1000 --seed 2023 --faults
	@for list in $$($(RELEASE) schema --format csv | tail -n +2 | cut -d, -f1 | grep -vx -e people -e tiers -e quarters); do \
	  SANKU_TODAY=$(SAMPLE_DAY) $(RELEASE) export $$list --library .build/sample-made/made.sanku -o sample-db/$$list.csv; done

test: setup-test ## build and run every test
	$(SWIFT) build --build-tests $(FLAGS)
	$(SWIFT) test --skip-build

lint: ## style, imports, leftovers and doc comments
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks/Sources/bench Fuzzing/Sources/fuzz Package.swift
	@Scripts/check-rooms
	@Scripts/check-docs

format: ## put the sources into the house style
	$(SWIFT) format --in-place --recursive Sources Tests Benchmarks/Sources/bench Fuzzing/Sources/fuzz Package.swift

bench: build ## the table of speed, with budgets, on this machine
	$(SWIFT) build -c release --package-path Benchmarks
	Benchmarks/.build/release/bench $(RELEASE)

# In a release build: every size of every screen takes minutes there and hours in a debug build.
check-long: setup-long ## what takes longer than a CI run: every screen size, a thousand kills, office and browser, hours of fuzzing
	$(SWIFT) build -c release -Xswiftc -enable-testing --build-tests $(FLAGS)
	SANKU_LONG=1 $(SWIFT) test -c release -Xswiftc -enable-testing --skip-build
	$(MAKE) fuzz FUZZ_SECONDS=3600

FUZZ_SECONDS ?= 20
FUZZED := csv xlsx sheet package mapping

fuzz: $(FUZZED:%=fuzz-%) ## the fuzzer over everything that reads foreign files; make -j2 takes two at a time

fuzz-build: setup
	$(SWIFT) build --package-path Fuzzing -Xswiftc -sanitize=fuzzer

# What it finds new goes beside the build; an input that fails is kept there by name, which Swift's own backtrace prevents.
fuzz-%: fuzz-build
	@mkdir -p .build/fuzz/$* && echo "fuzz $*"
	@set -o pipefail; SWIFT_BACKTRACE=enable=no SANKU_FUZZ=$* Fuzzing/.build/debug/fuzz -max_total_time=$(FUZZ_SECONDS) \
	  -rss_limit_mb=512 -timeout=10 -print_final_stats=1 -artifact_prefix=.build/fuzz/$*- .build/fuzz/$* Tests/Fuzz/$* \
	  2>&1 | grep -v -e NEW -e REDUCE -e pulse

man: build ## write the manual page, in English and in Chinese
	@mkdir -p .build/man/man1 .build/man/zh_CN/man1
	@$(RELEASE) man --lang en -o .build/man/man1/sanku.1
	@$(RELEASE) man --lang zh -o .build/man/zh_CN/man1/sanku.1

install: man ## install under PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(SHARE)/sanku/themes $(DESTDIR)$(SHARE)/sanku/sample-db
	install -d $(DESTDIR)$(SHARE)/man/man1 $(DESTDIR)$(SHARE)/man/zh_CN/man1
	install -m 755 -s $(RELEASE) $(DESTDIR)$(PREFIX)/bin/sanku
	install -m 644 themes/*.yaml $(DESTDIR)$(SHARE)/sanku/themes
	install -m 644 sample-db/*.csv $(DESTDIR)$(SHARE)/sanku/sample-db
	install -m 644 .build/man/man1/sanku.1 $(DESTDIR)$(SHARE)/man/man1
	install -m 644 .build/man/zh_CN/man1/sanku.1 $(DESTDIR)$(SHARE)/man/zh_CN/man1

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/sanku $(DESTDIR)$(SHARE)/man/man1/sanku.1 $(DESTDIR)$(SHARE)/man/zh_CN/man1/sanku.1
	rm -rf $(DESTDIR)$(SHARE)/sanku

clean: ## remove what was built (the sample library too)
	rm -rf .build Benchmarks/.build
