.DEFAULT_GOAL := help
.PHONY: help build where demo test bench crash fuzz sanitize reading forgeries lint fmt clean packages

static := $(CURDIR)/.build/static
swift_flags := -c release --static-swift-stdlib -Xlinker -L$(static)
scripts := $(wildcard Scripts/*) .ci/run
bash_scripts := $(filter-out Scripts/stand-ins Scripts/reading Scripts/seccomp Scripts/in-toto %.sql,$(scripts)) \
	$(wildcard Scripts/stand-ins/*) Scripts/reading/cost
corpus ?= ../shared/corpus
TARGET ?= document
TIME ?= 600
OF ?= test
SANITIZER ?= address
fuzz := .build/fuzz
python := .build/reading/bin/python
in_toto := .build/in-toto/bin/python

help: ## Say what there is to make
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

build: packages $(static) ## Build gonogo for use: one program without the Swift libraries beside it
	swift build $(swift_flags) --product gonogo

# Swift's runtime needs the C++ library; loading it took a quarter of every start, so it is linked
# in where the linker finds it here before the shared one.
$(static):
	@mkdir -p $@
	@for compiler in c++ clang; do \
		file=$$($$compiler -print-file-name=libstdc++.a 2>/dev/null) || continue; \
		case $$file in /*) ln -sf "$$file" $@/; break;; esac; \
	done

where: ## Say where that build is
	@echo "$$(swift build $(swift_flags) --show-bin-path)/gonogo"

demo: ## Run a checklist in a throwaway world, sign it, verify it, clear everything away
	@Scripts/demo

test: packages $(in_toto) ## Run all tests
	GONOGO_IN_TOTO=$(in_toto) swift test --disable-xctest

bench: build ## Measure what gonogo costs, as ratios to what it cannot do without
	swift build $(swift_flags) --product benchmarks
	@"$$(swift build $(swift_flags) --show-bin-path)/benchmarks" "$$($(MAKE) -s where)"

crash: build ## Kill gonogo at 200 random moments, resume it, count what went wrong: make crash OF=demo
	@Scripts/crash-$(OF) "$$($(MAKE) -s where)" 200

fuzz: packages ## Feed made-up input to one reader: make fuzz TARGET=document TIME=600
	GONOGO_FUZZ=1 swift build --scratch-path $(fuzz) --product fuzz -c release \
		-Xswiftc -sanitize=fuzzer,address
	@mkdir -p $(fuzz)/found/$(TARGET)
	FUZZ_TARGET=$(TARGET) SWIFT_BACKTRACE=enable=no \
		LSAN_OPTIONS=suppressions=Fuzzing/once.supp $(fuzz)/release/fuzz -max_total_time=$(TIME) \
		-rss_limit_mb=2048 -timeout=10 -artifact_prefix=$(fuzz)/ $(fuzz)/found/$(TARGET) \
		Tests/Fixtures/fuzz/$(TARGET) Tests/Fixtures/languages checklists

sanitize: packages ## Run all tests under a sanitizer: make sanitize SANITIZER=thread
	ASAN_OPTIONS=detect_leaks=0 \
		swift test --disable-xctest --scratch-path .build/$(SANITIZER) --sanitize=$(SANITIZER)

reading: build $(python) ## Compare what gonogo reads in real documents with a second parser and with labels
	@$(python) Scripts/reading/agreement "$$($(MAKE) -s where)" $(corpus)
	@$(python) Scripts/reading/labels "$$($(MAKE) -s where)" $(corpus)
	@Scripts/reading/cost "$$($(MAKE) -s where)" $(corpus)

$(python): Scripts/reading/requirements.txt
	python3 -m venv .build/reading
	$(python) -m pip install -q --disable-pip-version-check -r $<
	@touch $@

forgeries: packages ## Change a signed document in every small way; none may verify (takes minutes)
	FORGERIES=all swift test --disable-xctest --filter ForgeryTests | grep -E 'forgeries:|strict_verify|Test run'

$(in_toto): Scripts/in-toto/requirements.txt
	python3 -m venv .build/in-toto
	$(in_toto) -m pip install -q --disable-pip-version-check -r $<
	@touch $@

lint: ## Check the format of the code, the scripts, and what is forbidden
	@Scripts/install-packages --lint
	swift format lint --strict -r -p Sources Tests Benchmarks Fuzzing Package.swift
	Scripts/forbid
	shellcheck -x $(bash_scripts)

fmt: ## Bring the code into its format
	swift format -i -r -p Sources Tests Benchmarks Fuzzing Package.swift

clean: ## Remove what was built, not what was run
	rm -rf .build

packages:
	@Scripts/install-packages
