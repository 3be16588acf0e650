/* Writing XML 1.0: what stands in a draft, a name or a message is data there and never markup, and
 * no control character, terminal escape or bidi control stands raw. What XML cannot hold at all
 * (most controls, bytes that are no UTF-8) becomes U+FFFD. */
#ifndef REPORT_XML_H
#define REPORT_XML_H

#include "base/buffer.h"

/* Text between tags or quotes. A line feed comes by its number as well: what is written starts no
 * line of its own. */
void rb_xml_text(struct rb_buffer *, struct rb_slice);
/* ` name="value"` */
void rb_xml_attribute(struct rb_buffer *, const char *name, struct rb_slice value);
void rb_xml_attribute_uint(struct rb_buffer *, const char *name, uint64_t value);
/* Milliseconds as seconds with three decimals: ` name="31.240"` */
void rb_xml_attribute_ms(struct rb_buffer *, const char *name, uint64_t ms);

#endif
