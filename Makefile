# ringback: `make deps try` sets up and shows a report; `make deps check` sets up and passes the tests.
#
#   make [FLAVOUR=release|debug|asan|tsan|cov|fuzz|afl]   build ./ringback (release) or build/FLAVOUR/ringback
#   make help                                    the targets

VERSION = 0.1.0
SOVERSION = 0

CC ?= cc
AR = ar
PKG_CONFIG = pkg-config
INSTALL = install
# What runs a program that was built for another machine: the build runs tools that it makes.
EMULATOR =
CLANG_FORMAT = clang-format-14
CLANG_TIDY = clang-tidy-14

prefix = $(or $(PREFIX),/usr/local)
exec_prefix = $(prefix)
bindir = $(exec_prefix)/bin
libdir = $(exec_prefix)/lib
includedir = $(prefix)/include
datarootdir = $(prefix)/share
mandir = $(datarootdir)/man
datadir = $(datarootdir)

FLAVOUR = release
OUT = build
BUILD = $(OUT)/$(FLAVOUR)
PROGRAM = $(if $(filter release,$(FLAVOUR)),ringback,$(BUILD)/ringback)

LIBS = yaml-0.1 libpcre2-8 yajl md4c
TEST_LIBS = cmocka

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
    -Wmissing-prototypes -Wmissing-declarations -Wold-style-definition -Wnested-externs \
    -Wredundant-decls -Wpointer-arith -Wcast-qual -Wwrite-strings -Wundef -Wvla -Walloca \
    -Wformat=2 -Wimplicit-fallthrough -Wdouble-promotion -Wfloat-equal -Wnull-dereference \
    -Wdate-time -Wunused-macros -Wbad-function-cast -Werror=implicit-function-declaration \
    -Werror=int-conversion -Werror=incompatible-pointer-types
WARN_GCC = -Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wjump-misses-init \
    -Wformat-signedness -Wformat-overflow=2 -Wformat-truncation=2 -Wstringop-overflow=4 \
    -Warray-bounds=2 -Wuse-after-free=3 -Wdangling-pointer=2 -Warith-conversion \
    -Wcast-align=strict -Wtrampolines -Wbidi-chars=any -Wunused-const-variable=2 \
    -Wstack-usage=16384 -Wsuggest-attribute=format -Wsuggest-attribute=noreturn \
    -Wshift-overflow=2 -Walloc-zero
WARN_CLANG = -Wcomma -Wconditional-uninitialized -Wunreachable-code-aggressive -Wassign-enum \
    -Wextra-semi-stmt -Wmissing-variable-declarations -Wmissing-noreturn -Wreserved-identifier \
    -Wloop-analysis -Wshadow-all -Wdocumentation -Wframe-larger-than=16384

HARDEN = -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
    -fstack-clash-protection -fcf-protection=full
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS_release = $(HARDEN)
FLAGS_static = $(HARDEN)
FLAGS_debug = -O0 -g
FLAGS_asan = -O1 -g $(SANITIZE)
FLAGS_tsan = -O1 -g -fsanitize=thread
# Each condition is counted where it is written: inlined, those of a header are counted for each use.
FLAGS_cov = -Og -fno-inline -g --coverage -fprofile-update=atomic
# Of what the program compares only the outcome is followed: to trace the values, which dictionaries
# make up for, takes half of the time. Nor may checks that the compiler adds count as ways through it:
# what these find, the address sanitizer finds, too, and the replay has them all.
FLAGS_fuzz = -O2 -g $(SANITIZE) -fno-sanitize=null,alignment,object-size,pointer-overflow \
    -fsanitize-coverage=inline-8bit-counters,pc-table
FLAGS_afl = -O2 -g
LINK_release = -Wl,-z,relro,-z,now -Wl,-z,pack-relative-relocs -Wl,-z,noexecstack -Wl,--as-needed -Wl,-z,defs
LINK_static = -static -Wl,-z,relro,-z,now -Wl,-z,noexecstack
LINK_asan = $(SANITIZE)
LINK_tsan = -fsanitize=thread
LINK_cov = --coverage
LINK_fuzz = $(SANITIZE)

ALL_CPPFLAGS = -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -DRINGBACK_VERSION='"$(VERSION)"' -Iinclude -Isrc $(CPPFLAGS)
ALL_CFLAGS = -std=c17 $(WARN) -fno-common -fPIC -fvisibility=hidden -ffile-prefix-map='$(CURDIR)'=. \
    $(FLAGS_$(FLAVOUR)) $(CFLAGS)
ALL_LDFLAGS = $(LINK_$(FLAVOUR)) $(LDFLAGS)
COMPILE = $(CC) $(ALL_CPPFLAGS) $(LIBS_CFLAGS) $(ALL_CFLAGS) -MMD -MP
LINK = $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS)
ifeq ($(FLAVOUR),static)
LIBS_CFLAGS = -isystem $(BUILD)/include
LINK_LIBS = $(BUILD)/theirs/libtheirs.a
else
LIBS_CFLAGS = $$($(PKG_CONFIG) --cflags $(LIBS))
LINK_LIBS = $$($(PKG_CONFIG) --libs $(LIBS)) -pthread
PIE = -pie
endif

FLOORS = base text fact clock draft result rule settings report fix api
LIB_SOURCES = $(sort $(foreach floor,$(FLOORS),$(wildcard src/$(floor)/*.c)))
CLI_SOURCES = $(sort $(wildcard src/cli/*.c))
RULE_FILES = $(sort $(wildcard rules/*.yaml rules/*/*.yaml))
CLOCK_LISTS = abbreviation calendar capitals code function initialism measured said state unit
WORD_LISTS = src/text/lexicon.def src/text/clause.def src/fact/phone.def src/fact/number_words.def \
    src/fix/words.def $(CLOCK_LISTS:%=src/clock/%.def)
UNIT_SOURCES = $(sort $(wildcard tests/unit/test_*.c))

OWN_OBJECTS = $(LIB_SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/builtin.o $(BUILD)/wordlists.o
LIB_OBJECTS = $(OWN_OBJECTS) $(BUILD)/frozen.o
FREEZE_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/rule/embed/freeze*.c) src/rule/embed/unfrozen.c)
CLI_OBJECTS = $(CLI_SOURCES:%.c=$(BUILD)/%.o)
UNIT_TESTS = $(UNIT_SOURCES:%.c=$(BUILD)/%)
LIBRARY = $(BUILD)/libringback.a
SHARED = $(BUILD)/libringback.so.$(SOVERSION)

.PHONY: all
all: $(PROGRAM) $(LIBRARY) $(SHARED) $(BUILD)/ringback.pc

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

# ---- building ----

# One short line for each step; `make V=1` shows the commands, `make -s` nothing.
Q = $(if $(V),,@)
quiet = $(findstring s,$(filter-out -%,$(firstword $(MAKEFLAGS))))
say = $(if $(V)$(quiet),,@printf '  %-5s %s\n' $(1) $(2))

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(COMPILE) -c -o $@ $<

# The built-in rules: the files of rules/, as bytes in the program.
$(BUILD)/embed: src/rule/embed/embed.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -std=c17 $(WARN) -D_POSIX_C_SOURCE=200809L -o $@ $<

$(BUILD)/builtin.c: $(BUILD)/embed $(RULE_FILES)
	$(call say,RULES,$@)
	$(Q)$(EMULATOR) $(BUILD)/embed $(RULE_FILES) >$@.new && mv $@.new $@

$(BUILD)/builtin.o: $(BUILD)/builtin.c
	$(call say,CC,$<)
	$(Q)$(COMPILE) -c -o $@ $<

# Where the words of each list are found by their hash.
$(BUILD)/index: src/base/embed/index.c src/base/wordlist.h
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -std=c17 $(WARN) -D_POSIX_C_SOURCE=200809L -Isrc -o $@ $<

$(BUILD)/wordlists.c: $(BUILD)/index $(WORD_LISTS) Makefile
	$(call say,WORDS,$@)
	$(Q)$(EMULATOR) $(BUILD)/index $(WORD_LISTS) >$@.new && mv $@.new $@

$(BUILD)/wordlists.o: $(BUILD)/wordlists.c
	$(call say,CC,$<)
	$(Q)$(COMPILE) -c -o $@ $<

# The same rules compiled: the library itself does that, in a tool of the build, which writes its
# tables down as constants. The file is made anew whenever the tool is, but stays as old as it was
# when nothing has changed.
$(BUILD)/freeze: $(FREEZE_OBJECTS) $(OWN_OBJECTS)
	$(call say,LD,$@)
	$(Q)$(LINK) -o $@ $(FREEZE_OBJECTS) $(OWN_OBJECTS) $(LINK_LIBS)

$(BUILD)/frozen.stamp: $(BUILD)/freeze
	$(call say,RULES,$(BUILD)/frozen.c)
	@rm -rf $(BUILD)/freeze.cov
	$(Q)GCOV_PREFIX='$(abspath $(BUILD))/freeze.cov' $(EMULATOR) $(BUILD)/freeze >$(BUILD)/frozen.c.new
	$(Q)cmp -s $(BUILD)/frozen.c.new $(BUILD)/frozen.c || mv $(BUILD)/frozen.c.new $(BUILD)/frozen.c
	@touch $@

$(BUILD)/frozen.c: $(BUILD)/frozen.stamp ;

$(BUILD)/frozen.o: $(BUILD)/frozen.c
	$(call say,CC,$<)
	$(Q)$(COMPILE) -c -o $@ $<

$(LIBRARY): $(LIB_OBJECTS)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcsD $@ $(LIB_OBJECTS)

$(SHARED): $(LIB_OBJECTS)
	$(call say,LD,$@)
	$(Q)$(LINK) -shared -Wl,-soname,libringback.so.$(SOVERSION) -o $@ $(LIB_OBJECTS) $(LINK_LIBS)

$(PROGRAM): $(CLI_OBJECTS) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(LINK) $(PIE) -o $@ $(CLI_OBJECTS) $(LIBRARY) $(LINK_LIBS)

# Always: it depends on where `make install` is told to go.
$(BUILD)/ringback.pc: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(prefix)' 'libdir=$(libdir)' 'includedir=$(includedir)' '' 'Name: ringback' \
	    'Description: Linter for sales voicemail scripts' 'Version: $(VERSION)' \
	    'Requires.private: $(LIBS)' 'Libs: -L$${libdir} -lringback' 'Libs.private: -pthread' \
	    'Cflags: -I$${includedir}' >$@

$(BUILD)/tests/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(COMPILE) -o $@ $< $(ALL_LDFLAGS) $(UNIT_ARCHIVE) $(LIBRARY) $$($(PKG_CONFIG) --libs $(TEST_LIBS)) $(LINK_LIBS)

-include $(wildcard $(LIB_OBJECTS:.o=.d) $(FREEZE_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(UNIT_TESTS:=.d))

# ---- packages ----

DEBIAN_BUILD = gcc libc6-dev make pkg-config libyaml-dev libpcre2-dev libyajl-dev libmd4c-dev
DEBIAN_TEST = libcmocka-dev clang-14 libclang-rt-14-dev clang-format-14 clang-tidy-14 valgrind \
    cppcheck mandoc shellcheck patch python3 python3-jsonschema python3-yaml tmux \
    libxml2-utils jq git pre-commit parallel gcovr

define apt-install
	@if command -v apt-get >/dev/null; then \
	    missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	    if [ -z "$$missing" ]; then echo "packages: all there"; else \
	        sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	        $$sudo apt-get update -qq && \
	        DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing; \
	    fi; \
	else printf 'Install with the package manager of this system (Debian names):\n  %s\n' "$(1)"; fi
endef

.PHONY: deps test-deps
deps: ## install what building needs
	$(call apt-install,$(DEBIAN_BUILD))

test-deps: ## install what testing needs
	$(call apt-install,$(DEBIAN_BUILD) $(DEBIAN_TEST))

# `make deps try` with -j: the packages first.
ifneq ($(filter deps test-deps,$(MAKECMDGOALS)),)
.NOTPARALLEL:
endif

# ---- using ----

.PHONY: try
try: $(PROGRAM) ## build, and report on an example draft
	./$(PROGRAM) --fail-on never examples/before.txt

.PHONY: install uninstall
install: all ## install under $(DESTDIR)$(prefix)
	$(INSTALL) -d $(DESTDIR)$(bindir) $(DESTDIR)$(libdir)/pkgconfig $(DESTDIR)$(includedir)/ringback \
	    $(DESTDIR)$(mandir)/man1 $(DESTDIR)$(mandir)/man5
	$(INSTALL) -m 755 $(PROGRAM) $(DESTDIR)$(bindir)/ringback
	$(INSTALL) -m 644 include/ringback.h $(DESTDIR)$(includedir)/ringback.h
	$(INSTALL) -m 644 $(sort $(wildcard include/ringback/*.h)) $(DESTDIR)$(includedir)/ringback
	$(INSTALL) -m 644 $(LIBRARY) $(DESTDIR)$(libdir)/libringback.a
	$(INSTALL) -m 755 $(SHARED) $(DESTDIR)$(libdir)/libringback.so.$(SOVERSION)
	ln -sf libringback.so.$(SOVERSION) $(DESTDIR)$(libdir)/libringback.so
	$(INSTALL) -m 644 $(BUILD)/ringback.pc $(DESTDIR)$(libdir)/pkgconfig/ringback.pc
	$(INSTALL) -m 644 src/man/ringback.1 $(DESTDIR)$(mandir)/man1/ringback.1
	$(INSTALL) -m 644 src/man/ringback-rules.5 $(DESTDIR)$(mandir)/man5/ringback-rules.5

uninstall: ## take away what install put there
	rm -rf $(DESTDIR)$(includedir)/ringback
	rm -f $(DESTDIR)$(bindir)/ringback $(DESTDIR)$(includedir)/ringback.h \
	    $(DESTDIR)$(libdir)/libringback.a $(DESTDIR)$(libdir)/libringback.so \
	    $(DESTDIR)$(libdir)/libringback.so.$(SOVERSION) $(DESTDIR)$(libdir)/pkgconfig/ringback.pc \
	    $(DESTDIR)$(mandir)/man1/ringback.1 $(DESTDIR)$(mandir)/man5/ringback-rules.5

.PHONY: schema
schema: ## write the schemas in rules/ anew, from the tables of keys
	python3 src/rule/embed/schema.py src/rule/keys.def >rules/schema.json.new
	mv rules/schema.json.new rules/schema.json
	python3 src/rule/embed/config_schema.py src/settings/keys.def src/clock/pace.def >rules/config-schema.json.new
	mv rules/config-schema.json.new rules/config-schema.json

.PHONY: clean
clean: ## take away what was built
	rm -rf build ringback

# ---- testing ----

include tests/tests.mk

# ---- static ----

include src/dist/static.mk
