/* Moved to a floor below: "text/place.h". */
#ifndef REPORT_PLACE_H
#define REPORT_PLACE_H

#include "text/place.h"

#endif
