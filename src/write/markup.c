#include "write/markup.h"

bool markup_escape(pen *p, uint32_t c) {
  switch (c) {
  case '&': PEN_TEXT(p, "&amp;"); return true;
  case '<': PEN_TEXT(p, "&lt;"); return true;
  case '>': PEN_TEXT(p, "&gt;"); return true;
  case '"': PEN_TEXT(p, "&quot;"); return true;
  default: return false;
  }
}

static void put_odd(pen *p, const odd *o, bool attribute) {
  if (o->kind == ODD_MARKUP && markup_escape(p, o->c)) return;
  if (o->kind == ODD_BREAK && attribute && o->c != '\r') {
    pen_cstr(p, o->c == '\n' ? "&#10;" : "&#9;");
    return;
  }
  bool stays =
      o->kind == ODD_MARKUP || o->kind == ODD_BIDI || (o->kind == ODD_BREAK && o->c != '\r');
  pen_code_point(p, stays ? o->c : odd_picture(o));
}

static void put_all(pen *p, vt_span s, bool attribute) {
  odd o;
  for (size_t at = 0; at < s.size; at = o.at + o.length) {
    bool found = odd_find(s, at, &o);
    pen_put(p, s.text + at, o.at - at);
    if (found) put_odd(p, &o, attribute);
  }
}

void markup_attribute(pen *p, vt_span value) { put_all(p, value, true); }
void markup_plain(pen *p, vt_span text) { put_all(p, text, false); }
