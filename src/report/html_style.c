#include "report/html.h"

#define STYLE(line) line "\n",
const char *const rb_html_style[] = {
#include "report/html_style.def"
};
#undef STYLE

const size_t rb_html_style_lines = sizeof rb_html_style / sizeof *rb_html_style;

const char rb_html_style_hash[] = "tgwAsJM423LS4IcvyDMb64IkDxZsGnQRhZ6RQRoWCRA=";

#define SCRIPT(line) line "\n",
const char *const rb_html_script[] = {
#include "report/html_script.def"
};
#undef SCRIPT

const size_t rb_html_script_lines = sizeof rb_html_script / sizeof *rb_html_script;

const char rb_html_script_hash[] = "XHbc4AW6BErFjWXwQwcR7LzInGaJyGbrlNvd1ei+pXk=";
