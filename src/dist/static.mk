# `make static`: one file that runs on any Linux of its processor and looks for no library. musl, and
# the libraries from Debian's sources, compiled here: only the files that are needed, with the
# settings that Debian's packages have (Unicode in PCRE2; no JIT, which ringback does not use).

STATIC = $(OUT)/static
STATIC_LIBRARIES = libyaml pcre2 yajl md4c
STATIC_MAKE = $(MAKE) --no-print-directory FLAVOUR=static CC=musl-gcc BUILD=$(STATIC) PROGRAM=$(STATIC)/ringback

.PHONY: static
static: $(STATIC)/sources/stamp ## a static program with musl, in build/static
	+@$(STATIC_MAKE) $(STATIC)/ringback

$(STATIC)/sources/stamp: src/dist/sources.sh
	$(call say,APT,'$(STATIC_LIBRARIES)')
	$(Q)src/dist/sources.sh $(@D) $(STATIC_LIBRARIES)
	@touch $@

# sbom: what was linked; of the static program too, where there is one.
.PHONY: sbom
sbom: $(BUILD)/sbom.json $(if $(wildcard $(STATIC)/ringback),$(STATIC)/sbom.json) ## what is linked, as CycloneDX, in build/*/sbom.json

ifneq ($(FLAVOUR),static)
$(BUILD)/sbom.json: $(PROGRAM) src/dist/sbom.py
	$(call say,SBOM,$@)
	$(Q)python3 src/dist/sbom.py $(abspath $(PROGRAM)) $(VERSION) >$@.new && mv $@.new $@
endif

$(STATIC)/sbom.json: $(STATIC)/ringback src/dist/sbom.py
	$(call say,SBOM,$@)
	$(Q)python3 src/dist/sbom.py $< $(VERSION) $(STATIC)/sources >$@.new && mv $@.new $@

.PHONY: check-static
check-static: static ## the tests of reports and of the command line with the static program
	+@$(STATIC_MAKE) $(PARALLEL) golden cli

ifeq ($(FLAVOUR),static)

YAML_FILES = api reader scanner parser loader
PCRE2_FILES = auto_possess chkdint compile config context convert dfa_match error extuni \
    find_bracket maketables match match_data newline ord2utf pattern_info script_run serialize \
    string_utils study substitute substring tables ucd valid_utf xclass
YAJL_FILES = yajl yajl_alloc yajl_buf yajl_encode yajl_gen yajl_lex yajl_parser yajl_tree

SOURCES = $(BUILD)/sources
HEADERS = $(BUILD)/include
THEIRS = $(BUILD)/theirs
THEIR_FILES = $(YAML_FILES:%=libyaml/src/%) $(YAJL_FILES:%=yajl/src/%) md4c/src/md4c \
    $(patsubst $(SOURCES)/%.c,%,$(wildcard $(PCRE2_FILES:%=$(SOURCES)/pcre2/src/pcre2_%.c))) pcre2/src/pcre2_chartables
THEIR_OBJECTS = $(THEIR_FILES:%=$(THEIRS)/%.o)

YAML_VERSION = $(shell sed -n 's/-[^-]*$$//p' $(SOURCES)/libyaml.version)
FLAGS_libyaml = -DYAML_VERSION_STRING='"$(YAML_VERSION)"' \
    $(shell echo $(YAML_VERSION) | awk -F. '{ printf "-DYAML_VERSION_MAJOR=%d -DYAML_VERSION_MINOR=%d -DYAML_VERSION_PATCH=%d", $$1, $$2, $$3 }')
FLAGS_pcre2 = -DHAVE_CONFIG_H -DPCRE2_CODE_UNIT_WIDTH=8 -DPCRE2_STATIC -DSUPPORT_UNICODE
FLAGS_md4c = -DMD4C_USE_UTF8

$(HEADERS)/stamp: $(SOURCES)/stamp
	@mkdir -p $(HEADERS)/yajl
	$(Q)cp $(SOURCES)/libyaml/include/yaml.h $(SOURCES)/md4c/src/md4c.h $(HEADERS)
	$(Q)cp $(SOURCES)/pcre2/src/pcre2.h.generic $(HEADERS)/pcre2.h
	$(Q)cp $(SOURCES)/pcre2/src/config.h.generic $(HEADERS)/config.h
	$(Q)cp $(SOURCES)/pcre2/src/pcre2_chartables.c.dist $(SOURCES)/pcre2/src/pcre2_chartables.c
	$(Q)cp $(SOURCES)/yajl/src/api/*.h $(HEADERS)/yajl
	@touch $@

$(THEIR_OBJECTS): $(THEIRS)/%.o: $(HEADERS)/stamp
	@mkdir -p $(@D)
	$(call say,CC,$*.c)
	$(Q)$(CC) -O2 -w -ffile-prefix-map='$(CURDIR)'=. $(FLAGS_$(firstword $(subst /, ,$*))) -I$(HEADERS) \
	    -I$(SOURCES)/pcre2/src -c -o $@ $(SOURCES)/$*.c

$(THEIRS)/libtheirs.a: $(THEIR_OBJECTS)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcsD $@ $(THEIR_OBJECTS)

$(OWN_OBJECTS) $(FREEZE_OBJECTS) $(CLI_OBJECTS): | $(HEADERS)/stamp
$(PROGRAM) $(BUILD)/freeze: $(THEIRS)/libtheirs.a

endif
