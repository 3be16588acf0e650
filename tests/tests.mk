# The tests. `make check` runs them all and ends with "N passed, N failed"; every suite is a target,
# too: make unit house lint …
#
# A suite runs its tests through tests/run, which leaves their results in $(TAP)/SUITE; tests/tally
# shows and counts them. A test is an executable file: tests/SUITE/*.sh, or built from
# tests/unit/test_*.c. It stands in the project's root and finds the program in $RINGBACK.

TAP = $(BUILD)/tap
JOBS := $(shell nproc 2>/dev/null || echo 2)
PARALLEL = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(JOBS))

export RINGBACK = $(abspath $(PROGRAM))
export BUILD CC LIBRARY SHARED
# A test that limits memory cannot do so under a sanitizer.
export SANITIZED = $(filter asan tsan,$(FLAVOUR))
export ASAN_OPTIONS = allocator_may_return_null=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS = print_stacktrace=1

CLI_ARCHIVE = $(BUILD)/tests/cli.a

# What `make check` runs, and what of it once more with the sanitizers.
SUITES = unit spec golden cli rules-check house dist fuzz-replay anomaly valgrind lint
ASAN_SUITES = unit spec golden cli fuzz-replay
ASAN = FLAVOUR=asan CC=clang-14 BUILD=$(OUT)/asan PROGRAM=$(OUT)/asan/ringback

.PHONY: check
check: test-deps ## install what testing needs, and run every test
	@rm -rf $(TAP) $(OUT)/asan/tap
	+@$(MAKE) -s -k $(PARALLEL) $(SUITES:%=$(TAP)/%) asan-suites || true
	@tests/tally $(SUITES:%=$(TAP)/%) $(ASAN_SUITES:%=$(OUT)/asan/tap/%)

.PHONY: $(SUITES)
$(SUITES): %: $(TAP)/%
	@tests/tally $<

.PHONY: asan asan-suites
asan-suites:
	+@$(MAKE) -s -k $(ASAN) $(ASAN_SUITES:%=$(OUT)/asan/tap/%)

asan: asan-suites ## the tests once more with the address and undefined behaviour sanitizers
	@tests/tally $(ASAN_SUITES:%=$(OUT)/asan/tap/%)

# Records, files, folders and tables by several threads. No part of `make check`: it takes minutes.
.PHONY: tsan
tsan: ## several jobs at once, with the thread sanitizer
	+@$(MAKE) -s FLAVOUR=tsan CC=clang-14 BUILD=$(OUT)/tsan PROGRAM=$(OUT)/tsan/ringback $(OUT)/tsan/tap/threads
	@tests/tally $(OUT)/tsan/tap/threads

$(TAP)/threads: $(PROGRAM) FORCE
	@tests/run $@ tests/cli/jobs.sh tests/cli/jobs-files.sh

.PHONY: FORCE
FORCE:

# ---- the suites ----

# unit: each file of src/ by itself. One of the program's own is in its archive.
$(BUILD)/tests/unit/test_prompter: UNIT_ARCHIVE = $(CLI_ARCHIVE)
$(BUILD)/tests/unit/test_prompter: $(CLI_ARCHIVE)
$(TAP)/unit: $(UNIT_TESTS) FORCE
	@tests/run $@ $(UNIT_TESTS)

# spec: prose and drafts with what is to be found in them. golden: whole reports. cli: the command
# line.
SCRIPTS = $(shell find tests/$* -name '*.sh' -perm -u+x | sort)
$(TAP)/spec $(TAP)/golden $(TAP)/cli: $(TAP)/%: $(PROGRAM) FORCE
	@tests/run $@ $(SCRIPTS)

# browser: the page in Chromium. No part of `make check`: the packages are large, and npm fetches two.
.PHONY: browser
browser: $(PROGRAM) ## the HTML report in a real browser, if there is one
	@tests/run $(TAP)/browser tests/browser/browser.sh
	@tests/tally $(TAP)/browser

# rules-check: the examples that the rules carry.
$(TAP)/rules-check: $(PROGRAM) FORCE
	@tests/run $@ 'rules: $(RINGBACK) test'

# house: how the code is laid out, and what the library exports and uses.
$(TAP)/house: all FORCE
	@tests/run $@ $(sort $(wildcard tests/house/*.sh))

# dist: what is installed is enough, and the same bytes wherever it was built.
$(TAP)/dist: all FORCE
	@tests/run $@ $(sort $(wildcard tests/dist/*.sh))

# After a change that is meant: look at the difference before it is committed.
.PHONY: bless
bless: all ## take what the program says now for the expected
	nm -D --defined-only $(SHARED) | awk '{ print $$NF }' | LC_ALL=C sort >tests/house/symbols.txt
	$(if $(wildcard tests/golden/bless),tests/golden/bless)

# anomaly: what happens when there is no memory, and when files cannot be read or written.
$(TAP)/anomaly: $(PROGRAM) $(BUILD)/tests/anomaly/shim.so $(BUILD)/tests/anomaly/places FORCE
	@SHIM=$(abspath $(BUILD))/tests/anomaly/shim.so PLACES=$(abspath $(BUILD))/tests/anomaly/places \
	    tests/run $@ $(sort $(filter-out %/area.sh,$(wildcard tests/anomaly/*.sh)))

SHIM_SOURCES = tests/anomaly/shim.c tests/anomaly/files.c
$(BUILD)/tests/anomaly/shim.so: $(SHIM_SOURCES) tests/anomaly/shim.h
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -std=c17 $(WARN) -O2 -shared -fPIC -o $@ $(SHIM_SOURCES) -ldl

# The program once more, its requests for memory led through the test. That itself is not measured.
REFUSED = malloc calloc realloc free realpath strdup strndup rb_arena_alloc rb_arena_array \
    rb_arena_copy rb_arena_grow rb_arena_copy_array
$(BUILD)/tests/anomaly/places.o: tests/anomaly/places.c src/base/arena.h src/base/slice.h
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -std=c17 $(WARN) -O1 -g -Iinclude -Isrc -c -o $@ $<

$(BUILD)/tests/anomaly/places: $(BUILD)/tests/anomaly/places.o $(CLI_OBJECTS) $(LIBRARY)
	$(call say,LD,$@)
	$(Q)$(LINK) -pie -o $@ $< $(CLI_OBJECTS) $(LIBRARY) -Wl,--wrap=main $(REFUSED:%=-Wl,--wrap=%) $(LINK_LIBS)

# valgrind: the unit tests, and a report.
VALGRIND = valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=all
$(TAP)/valgrind: $(UNIT_TESTS) $(PROGRAM) FORCE
	@WRAP='$(VALGRIND)' tests/run $@ $(UNIT_TESTS) \
	    'report: $(VALGRIND) $(RINGBACK) --fail-on never examples/before.txt'

# ---- fuzzing: tests/fuzz/fuzz_NAME.c with its seeds in tests/fuzz/corpus/NAME ----

SECONDS = 60
FUZZERS = $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_BINARIES = $(FUZZERS:%=$(BUILD)/tests/fuzz/fuzz_%)
FUZZ_MAIN = $(if $(filter fuzz afl,$(FLAVOUR)),-fsanitize=fuzzer,tests/fuzz/replay.c)

# Of the program all but its main(): an archive, so that a test takes what it needs.
$(CLI_ARCHIVE): $(CLI_OBJECTS)
	@mkdir -p $(@D)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcsD $@ $(filter-out %/main.o,$(CLI_OBJECTS))

$(FUZZ_BINARIES): $(BUILD)/tests/fuzz/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/fuzz.h tests/fuzz/replay.c $(CLI_ARCHIVE) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(COMPILE) -o $@ $< $(FUZZ_MAIN) $(ALL_LDFLAGS) $(CLI_ARCHIVE) $(LIBRARY) $(LINK_LIBS)

# fuzz-replay: the seeds, and small changes of them, without a fuzzer.
$(TAP)/fuzz-replay: $(FUZZ_BINARIES) FORCE
	@tests/run $@ $(foreach f,$(FUZZERS),'$f: $(BUILD)/tests/fuzz/fuzz_$f tests/fuzz/corpus/$f')

.PHONY: fuzz fuzz-afl $(FUZZERS:%=fuzz-%)
fuzz: ## look for new faults with libFuzzer, SECONDS with each fuzzer
	+@$(MAKE) -s -k FLAVOUR=fuzz CC=clang-14 BUILD=$(OUT)/fuzz $(FUZZERS:%=fuzz-%)

fuzz-afl: ## the same with AFL++ (Debian: afl++)
	+@$(MAKE) -s -k FLAVOUR=afl CC=afl-clang-fast BUILD=$(OUT)/afl $(FUZZERS:%=fuzz-%)

$(FUZZERS:%=fuzz-%): fuzz-%: $(BUILD)/tests/fuzz/fuzz_%
	@cd $(BUILD) && $(CURDIR)/tests/fuzz/run $(if $(filter afl,$(FLAVOUR)),afl,libfuzzer) $* $(SECONDS) \
	    tests/fuzz/fuzz_$* $(CURDIR)/tests/fuzz/corpus/$* $(abspath $(wildcard tests/fuzz/$*.dict))

# ---- other compilers, other machines: each built in a folder of its own ----

# Those who know the code by its shape say nothing; unit tests and whole reports are the same.
MATRIX = $(foreach c,gcc clang-14,$(foreach o,0 1 2 3,matrix-$c-O$o))
MATRIX_SUITES = unit golden
IN_MATRIX = FLAVOUR=debug BUILD=$(OUT)/$@ PROGRAM=$(OUT)/$@/ringback
.PHONY: matrix $(MATRIX) matrix-32 matrix-s390x
matrix: ## build and test with gcc and clang, from -O0 to -O3
	+@$(MAKE) -s -k $(MATRIX)

$(MATRIX): matrix-%:
	@echo '$*'
	+@$(MAKE) -s -k $(PARALLEL) $(IN_MATRIX) CC=$(firstword $(subst -O, ,$*)) \
	    CFLAGS=-O$(lastword $(subst -O, ,$*)) $(MATRIX_SUITES)

# The libraries of the other machine stand in SYSROOT, which may be this one's root when its package
# manager has several architectures.
foreign = PKG_CONFIG='env PKG_CONFIG_SYSROOT_DIR=$(SYSROOT) \
    PKG_CONFIG_LIBDIR=$(SYSROOT)/usr/lib/$1/pkgconfig:$(SYSROOT)/usr/share/pkgconfig pkg-config' \
    LDFLAGS='-Wl,-rpath,$(SYSROOT)/usr/lib/$1 -Wl,-rpath-link,$(SYSROOT)/usr/lib/$1'

matrix-32: ## the same with 32 bits (Debian: gcc-multilib, and the libraries of i386 in SYSROOT)
	+@$(MAKE) -s -k $(PARALLEL) $(IN_MATRIX) CC='gcc -m32 -idirafter /usr/include/x86_64-linux-gnu' \
	    CFLAGS='-O2 -Wno-bad-function-cast' $(call foreign,i386-linux-gnu) $(MATRIX_SUITES)

matrix-s390x: ## the unit tests on a big-endian machine (gcc-s390x-linux-gnu, qemu-user-static)
	+@WRAP='qemu-s390x-static -L /usr/s390x-linux-gnu' $(MAKE) -s -k $(PARALLEL) $(IN_MATRIX) \
	    CC=s390x-linux-gnu-gcc AR=s390x-linux-gnu-ar CFLAGS='-O2 -Wno-bad-function-cast' \
	    EMULATOR='qemu-s390x-static -L /usr/s390x-linux-gnu' $(call foreign,s390x-linux-gnu) unit

# What gcc and clang find on all ways through a function; nothing is linked.
.PHONY: analyze analyze-gcc analyze-clang analyzed
analyze: analyze-gcc analyze-clang ## gcc -fanalyzer and scan-build (Debian: clang-tools-14)
analyzed: $(LIB_SOURCES:%.c=$(BUILD)/%.o) $(CLI_OBJECTS)
# gcc 12 loses sight of what is kept in an array that grows, and of how far one is filled.
$(addprefix $(BUILD)/src/,rule/history.o cli/crew.o cli/history.o cli/walk.o): \
    FALSE_ALARMS = -Wno-analyzer-malloc-leak
$(BUILD)/src/fact/anchor.o: FALSE_ALARMS = -Wno-analyzer-null-dereference
$(BUILD)/src/rule/time_of_day.o: FALSE_ALARMS = -Wno-analyzer-use-of-uninitialized-value
analyze-gcc:
	+@$(MAKE) -s -k $(PARALLEL) BUILD=$(OUT)/analyze-gcc CC=gcc \
	    CFLAGS='-O1 -fanalyzer -Werror $$(FALSE_ALARMS)' analyzed
	@echo 'gcc -fanalyzer: nothing'

analyze-clang:
	@rm -rf $(OUT)/analyze-clang
	@scan-build-14 --status-bugs -o $(OUT)/scan-build --use-cc=clang-14 \
	    env -u MAKEFLAGS -u MAKELEVEL make -s OUT=$(OUT) BUILD=$(OUT)/analyze-clang analyzed
	@echo 'scan-build: nothing'

# ---- lint ----

C_FILES = $(shell find src include tests examples -name '*.[ch]' | sort)
SHELL_FILES = tests/run tests/tally tests/fuzz/run tests/coverage .ci/run $(shell find src tests examples -name '*.sh' | sort)
LINTERS = lint-gcc lint-clang lint-format lint-tidy lint-cppcheck lint-shell lint-man

# A make of its own for each: a line with the variable MAKE in it would run even under `make -n`.
AFRESH = env -u MAKEFLAGS -u MAKELEVEL make -s OUT=$(OUT) BUILD=$(BUILD)
$(TAP)/lint: FORCE
	@tests/run $@ $(foreach l,$(LINTERS),'$l: $(AFRESH) $l')

.PHONY: $(LINTERS) objects
# Tests may cut a text short.
$(UNIT_TESTS:=.o): CFLAGS += $(LENIENT)
objects: $(LIB_OBJECTS) $(CLI_OBJECTS) $(UNIT_TESTS:=.o) $(FUZZ_BINARIES:=.o)

lint-gcc:
	+@$(MAKE) -s $(PARALLEL) BUILD=$(OUT)/lint-gcc CC=gcc \
	    LENIENT=-Wno-format-truncation WARN='$(WARN) $(WARN_GCC) -Werror' objects

lint-clang:
	+@$(MAKE) -s $(PARALLEL) BUILD=$(OUT)/lint-clang CC=clang-14 \
	    WARN='$(WARN) $(WARN_CLANG) -Werror' objects

lint-format:
	@$(CLANG_FORMAT) --dry-run -Werror $(C_FILES)

# One file at a time: in a run over several, clang-tidy 14 loses track of va_list. What only the
# library must not do, the program may: walk folders by recursion, ask for strerror.
TIDY = xargs -P $(JOBS) -I{} $(CLANG_TIDY) --quiet --warnings-as-errors='*'
TIDY_FLAGS = -std=c17 $(ALL_CPPFLAGS) $$($(PKG_CONFIG) --cflags $(LIBS))
lint-tidy:
	@printf '%s\n' $(LIB_SOURCES) | $(TIDY) {} -- $(TIDY_FLAGS)
	@printf '%s\n' $(CLI_SOURCES) | $(TIDY) --checks=-misc-no-recursion,-concurrency-mt-unsafe {} -- $(TIDY_FLAGS)

# It takes unnamed parameters for ones in another order; the other two are matters of taste.
NOT_CPPCHECK = missingIncludeSystem funcArgOrderDifferent shadowFunction variableScope
lint-cppcheck:
	@cppcheck -q -j $(JOBS) --std=c11 --enable=warning,style,performance,portability --error-exitcode=3 \
	    --inline-suppr $(NOT_CPPCHECK:%=--suppress=%) -Iinclude -Isrc src

lint-shell:
	@shellcheck -S warning $(SHELL_FILES)

lint-man:
	@mandoc -T lint -W warning $(wildcard src/man/*.[15])

.PHONY: format
format: ## lay out the code
	$(CLANG_FORMAT) -i $(C_FILES)

# ---- coverage ----

COV = FLAVOUR=cov CC=gcc BUILD=$(OUT)/cov PROGRAM=$(OUT)/cov/ringback
COVERED = unit spec golden cli rules-check fuzz-replay anomaly
.PHONY: coverage uncovered
coverage: ## lines and branches that the tests reach, and a gate for each floor (tests/coverage.txt)
	@find $(OUT)/cov -name '*.gcda' -delete 2>/dev/null || true
	+@$(MAKE) -s -k $(PARALLEL) $(COV) coverage-data
	@tests/tally $(COVERED:%=$(OUT)/cov/tap/%); passed=$$?; \
	    tests/coverage $(OUT)/cov tests/coverage.txt && exit $$passed

uncovered: ## the lines that no test reached in the last `make coverage`: of one floor with FLOOR=rule
	@for floor in $(or $(FLOOR),$(FLOORS) cli); do tests/coverage $(OUT)/cov $$floor; done

.PHONY: coverage-data
coverage-data: $(COVERED:%=$(TAP)/%)

# ---- speed ----

.PHONY: bench
bench: $(PROGRAM) $(BUILD)/tests/bench/text $(BUILD)/tests/bench/hostile $(BUILD)/tests/bench/launch $(BUILD)/tests/bench/empty ## how fast it starts, checks and reads, as ratios
	@BENCH=$(BUILD)/tests/bench STATIC=$(STATIC)/ringback tests/bench/start.sh
	@BENCH=$(BUILD)/tests/bench tests/bench/records.sh
	@tests/bench/phrases.sh
	@BENCH=$(BUILD)/tests/bench tests/bench/files.sh
	@BENCH=$(BUILD)/tests/bench PEERS=$(OUT)/peers tests/bench/peers.sh
	@$(BUILD)/tests/bench/text
	@$(BUILD)/tests/bench/hostile tests/bench/families.txt

# What any program costs that is linked as this one is, and does nothing.
$(BUILD)/tests/bench/empty: tests/bench/empty.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(LINK) -pie -o $@ $< -Wl,--no-as-needed $(LINK_LIBS)

$(BUILD)/tests/bench/launch: tests/bench/launch.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -std=c17 -D_DEFAULT_SOURCE $(WARN) -O2 -o $@ $<

# Against ICU's sentences where its package is (libicu-dev): nothing else needs it.
ICU = $$($(PKG_CONFIG) --exists icu-uc && echo -DRB_BENCH_ICU $$($(PKG_CONFIG) --cflags --libs icu-uc))
$(BUILD)/tests/bench/%: tests/bench/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(COMPILE) -o $@ $< $(ALL_LDFLAGS) $(LIBRARY) $(ICU) $(LINK_LIBS)
