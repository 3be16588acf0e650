/* The numbers of rates.def, as RB_RATE_WORD and so on. For this floor only. */
#ifndef CLOCK_RATES_H
#define CLOCK_RATES_H

enum rb_rate {
#define RATE(name, value, unit, meaning, source) RB_RATE_##name = (value),
#include "clock/rates.def"
#undef RATE
    RB_RATE_NONE = 0
};

#endif
