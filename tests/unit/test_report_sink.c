#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/sink.h"

struct reader {
    size_t bytes, calls, accepts; /* accepts: calls that are taken */
};

static bool take(void *ctx, const char *data, size_t len)
{
    struct reader *r = ctx;

    assert_non_null(data);
    assert_true(len > 0);
    if (r->calls++ >= r->accepts)
        return false;
    r->bytes += len;
    return true;
}

static void small_writes_are_gathered(void **state)
{
    struct reader reader = {.accepts = SIZE_MAX};
    struct rb_sink sink;

    (void)state;
    rb_sink_init(&sink, take, &reader);
    for (int i = 0; i < 1000; i++) {
        rb_buffer_puts(&sink.out, "sixteen letters.");
        rb_sink_settle(&sink);
    }
    assert_int_equal(reader.calls, 0);
    for (int i = 0; i < 3000; i++) {
        rb_buffer_puts(&sink.out, "sixteen letters.");
        rb_sink_settle(&sink);
    }
    assert_int_equal(reader.calls, 1);
    assert_int_equal(rb_sink_flush(&sink), RINGBACK_OK);
    assert_int_equal(reader.bytes, 64000);
    assert_int_equal(reader.calls, 2);
    assert_int_equal(rb_sink_flush(&sink), RINGBACK_OK); /* nothing left, no call */
    assert_int_equal(reader.calls, 2);
    rb_sink_free(&sink);
}

static void a_refusal_is_for_ever(void **state)
{
    struct reader reader = {.accepts = 1};
    struct rb_sink sink;

    (void)state;
    rb_sink_init(&sink, take, &reader);
    for (int i = 0; i < 3; i++) {
        rb_buffer_puts(&sink.out, "line\n");
        assert_int_equal(rb_sink_flush(&sink), i == 0 ? RINGBACK_OK : RINGBACK_ERR_SINK);
    }
    assert_int_equal(reader.calls, 2);
    assert_int_equal(reader.bytes, 5);
    rb_sink_free(&sink);
}

static void nothing_goes_out_after_a_lack_of_memory(void **state)
{
    struct reader reader = {.accepts = SIZE_MAX};
    struct rb_sink sink;

    (void)state;
    rb_sink_init(&sink, take, &reader);
    rb_buffer_puts(&sink.out, "half a docu");
    sink.out.failed = true;
    assert_int_equal(rb_sink_flush(&sink), RINGBACK_ERR_MEMORY);
    assert_int_equal(reader.calls, 0);
    rb_sink_free(&sink);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_writes_are_gathered),
        cmocka_unit_test(a_refusal_is_for_ever),
        cmocka_unit_test(nothing_goes_out_after_a_lack_of_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
