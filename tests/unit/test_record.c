/* A record in, a line out. tests/cli/ndjson.sh has the contract in full; here is what only a caller
 * of the library sees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ringback.h>
#include <stdlib.h>
#include <string.h>

struct sink {
    char bytes[65536];
    size_t len;
    unsigned calls;
    bool refuses;
};

static ringback_rules *rules;
static ringback_checker *checker;
static struct sink sink;

static bool gather(void *ctx, const char *data, size_t len)
{
    struct sink *s = ctx;

    s->calls++;
    if (s->refuses || len >= sizeof s->bytes - s->len)
        return false;
    memcpy(s->bytes + s->len, data, len);
    s->len += len;
    s->bytes[s->len] = '\0';
    return true;
}

static int set_up(void **state)
{
    ringback_error err;

    (void)state;
    if (ringback_rules_load(NULL, 0, NULL, NULL, &rules, &err) != RINGBACK_OK)
        return -1;
    return ringback_checker_new(rules, NULL, &checker, &err) == RINGBACK_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    ringback_checker_free(checker);
    ringback_rules_free(rules);
    return 0;
}

static ringback_record_outcome ask(const char *line)
{
    ringback_record_outcome outcome;

    memset(&sink, 0, sizeof sink);
    assert_int_equal(
        ringback_check_record(checker, line, strlen(line), NULL, gather, &sink, &outcome, NULL),
        RINGBACK_OK);
    assert_int_equal(sink.calls, 1);
    assert_int_equal(sink.bytes[sink.len - 1], '\n');
    assert_ptr_equal(memchr(sink.bytes, '\n', sink.len), sink.bytes + sink.len - 1);
    return outcome;
}

static void the_outcome_is_counted(void **state)
{
    ringback_record_outcome outcome = ask("{\"text\":\"Hi Olu, it's Wren at Kestrel.\"}");

    (void)state;
    assert_false(outcome.bad);
    assert_true(outcome.errors > 0);
    assert_in_range(outcome.score, 0, 80);
    outcome = ask("{\"text\":");
    assert_true(outcome.bad);
    assert_int_equal(outcome.errors + outcome.warnings + outcome.suggestions + outcome.score, 0);
}

/* What one record says is not heard by the next. */
static void records_do_not_touch_each_other(void **state)
{
    static const char plain[] = "{\"text\":\"Hi Olu, it's Wren. Call me on 555 0142.\"}";
    static char first[sizeof sink.bytes];

    (void)state;
    (void)ask(plain);
    memcpy(first, sink.bytes, sink.len + 1);
    (void)ask("{\"text\":\"Hi.\",\"style\":\"vague\",\"pace\":90,\"address\":\"formal\","
              "\"status\":\"final\",\"from\":\"Wren\",\"dial_at\":\"10:00\"}");
    (void)ask("{\"text\":");
    (void)ask(plain);
    assert_string_equal(sink.bytes, first);
}

static void a_sink_that_refuses_ends_the_run(void **state)
{
    static const char line[] = "{\"text\":\"Hi.\"}";
    ringback_error err;

    (void)state;
    memset(&sink, 0, sizeof sink);
    sink.refuses = true;
    assert_int_equal(
        ringback_check_record(checker, line, sizeof line - 1, NULL, gather, &sink, NULL, &err),
        RINGBACK_ERR_SINK);
    assert_int_equal(err.status, RINGBACK_ERR_SINK);
    assert_int_equal(sink.calls, 1);
}

static void too_long_is_answered(void **state)
{
    size_t len = RINGBACK_MAX_RECORD_BYTES + 1u;
    ringback_record_outcome outcome;
    char *line = calloc(len, 1);

    (void)state;
    assert_non_null(line);
    memset(&sink, 0, sizeof sink);
    assert_int_equal(ringback_check_record(checker, line, len, NULL, gather, &sink, &outcome, NULL),
                     RINGBACK_OK);
    assert_true(outcome.bad);
    assert_non_null(strstr(sink.bytes, "\"code\":\"too-long\""));
    free(line);
}

static void calls_against_the_contract_are_refused(void **state)
{
    ringback_record_options options = RINGBACK_RECORD_OPTIONS_INIT;

    (void)state;
    assert_int_equal(ringback_check_record(NULL, "{}", 2, NULL, gather, &sink, NULL, NULL),
                     RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_check_record(checker, NULL, 2, NULL, gather, &sink, NULL, NULL),
                     RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_check_record(checker, "{}", 2, NULL, NULL, NULL, NULL, NULL),
                     RINGBACK_ERR_USAGE);
    options.size = 0;
    assert_int_equal(ringback_check_record(checker, "{}", 2, &options, gather, &sink, NULL, NULL),
                     RINGBACK_ERR_USAGE);
}

/* Every cut of a record is answered, and none is taken for whole. */
static void every_cut_is_a_bad_record(void **state)
{
    static const char line[] = "{\"id\":\"a\\u00e9\",\"text\":\"Hi \\\"Olu\\\".\",\"x\":[1,{}]}";

    (void)state;
    for (size_t len = 0; len < sizeof line - 1; len++) {
        ringback_record_outcome outcome;

        memset(&sink, 0, sizeof sink);
        assert_int_equal(
            ringback_check_record(checker, line, len, NULL, gather, &sink, &outcome, NULL),
            RINGBACK_OK);
        assert_true(outcome.bad);
        assert_non_null(strstr(sink.bytes, "\"error\":{\"code\":\"invalid-json\""));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_outcome_is_counted),
        cmocka_unit_test(records_do_not_touch_each_other),
        cmocka_unit_test(a_sink_that_refuses_ends_the_run),
        cmocka_unit_test(too_long_is_answered),
        cmocka_unit_test(calls_against_the_contract_are_refused),
        cmocka_unit_test(every_cut_is_a_bad_record),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
