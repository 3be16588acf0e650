#include "rule/advise.h"

#include "rule/net.h"

static struct rb_slice keep(const struct rb_adviser *a)
{
    return rb_arena_copy(a->trial->arena, rb_buffer_slice(a->text));
}

/* The advice with its net effect behind it, unless the advice says that itself. */
static struct rb_slice advise(const struct rb_adviser *a, const struct rb_template *advice,
                              const struct rb_message *m)
{
    rb_message_write(a->text, advice, m);
    if (a->text->len && m->net.len && !advice->has_net) {
        rb_buffer_puts(a->text, " (");
        rb_buffer_slice_add(a->text, m->net);
        rb_buffer_puts(a->text, ")");
    }
    return keep(a);
}

static struct rb_net reckon(struct rb_adviser *a, const struct rb_message *m,
                            struct rb_mending *mending)
{
    rb_message_write(a->text, &mending->breach->check->advice, m);
    mending->advice = rb_buffer_slice(a->text);
    return m->cuts && m->cuts->n ? rb_cuts_net(m->cuts) : rb_net_of(&a->reckoner, mending);
}

/* Does a message tell what following the advice comes to? */
static bool tells_effect(const struct rb_template *message)
{
    for (uint32_t i = 0; i < message->n_options; i++)
        for (uint32_t k = 0; k < message->options[i].n_parts; k++)
            switch (message->options[i].parts[k].field) {
            case RB_FIELD_NET:
            case RB_FIELD_CUTS:
            case RB_FIELD_LEFT:
            case RB_FIELD_LEFT_OVER:
                return true;
            default:
                break;
            }
    return false;
}

void rb_advise(struct rb_adviser *a, const struct rb_rule *rule, const struct rb_breach *breach,
               uint32_t gained, struct rb_finding *f)
{
    const struct rb_check *check = breach->check;
    struct rb_cuts cuts = {.n = 0};
    struct rb_message m = {.trial = a->trial, .breach = breach, .points = f->points};
    struct rb_mending mending = {rule, breach, gained, {NULL, 0}};
    bool brief = a->trial->draft->known.brief;
    struct rb_net net = {0};

    if (!brief || tells_effect(&check->message)) {
        if (check->message.has_cuts || check->advice.has_cuts) {
            rb_cuts_find(&a->reckoner, rule, breach, a->marked, a->n_marked, &cuts);
            m.cuts = &cuts;
        }
        net = reckon(a, &m, &mending);
        rb_buffer_clear(a->net);
        rb_net_write(a->net, &net);
        m.net = rb_buffer_slice(a->net);
    }
    rb_message_write(a->text, &check->message, &m);
    f->message = a->text->len ? keep(a) : rule->info.title;
    if (brief)
        return;
    f->gain = (int32_t)net.points;
    f->removable = rule->info.removable && f->end > f->start && f->gain >= 0;
    if (rule->info.removable && net.points < 0) {
        rb_net_refuse(a->text, &net);
        f->advice = keep(a);
    } else {
        f->advice = advise(a, &check->advice, &m);
    }
}
