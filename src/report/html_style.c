#include "report/html.h"

#define STYLE(line) line "\n",
const char *const rb_html_style[] = {
#include "report/html_style.def"
};
#undef STYLE

const size_t rb_html_style_lines = sizeof rb_html_style / sizeof *rb_html_style;

const char rb_html_style_hash[] = "BuxjbZgADwYksYYHF3a7xpYyx98AC/ptMgjX6lXqBgY=";
