/* A type is told by its colour and by the small letters behind it; what a form
 * stands for is in its title, shown on hover and on keyboard focus, and in print
 * behind the form. No script, nothing from elsewhere. */
#include "write/html_page.h"

#include "write/markup.h"

/* By type; a type without a row has its own name and a colour of its own. */
static const struct {
  const char *name;
  unsigned hue;
} TYPES[] = {{"người", 210},     {"địa danh", 140}, {"tổ chức", 265}, {"chức danh", 25},
             {"thời gian", 330}, {"văn bản", 55},   {"số lượng", 180}};
enum { KNOWN_TYPES = sizeof TYPES / sizeof *TYPES };

static const char STYLE[] =
    ":root{color-scheme:light dark;--ink:#1d1d1b;--paper:#fdfdfa;--faint:#545454;--line:#d5d5ce;"
    "--tint:89%;--edge:42%;--tip:#26282b;--tip-ink:#f5f5f2}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e4e4e0;--paper:#17181a;--faint:#b4b4ae;"
    "--line:#3c3e41;--tint:16%;--edge:62%;--tip:#f0f0ea;--tip-ink:#1d1d1b}}\n"
    "body{margin:0 auto;max-width:46rem;padding:1rem 1.25rem;background:var(--paper);"
    "color:var(--ink);font:1.05rem/1.9 system-ui,\"Noto Sans\",\"Segoe UI\",sans-serif}\n"
    "h1{font-size:1.5rem;line-height:1.3;margin:.5rem 0}\n"
    "h2{font-size:1.05rem;margin:2rem 0 1rem;padding-bottom:.25rem;color:var(--faint);"
    "border-bottom:1px solid var(--line);overflow-wrap:anywhere}\n"
    ".text{white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}\n"
    ".text p{margin:0}\n"
    "header,footer{font-size:.85rem;line-height:1.7;color:var(--faint)}\n"
    "ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1rem}\n"
    "footer{padding:.4rem 0;margin-top:1.5rem;background:var(--paper);"
    "border-top:1px solid var(--line)}\n"
    "@media screen and (min-width:48rem) and (min-height:32rem){html{scroll-padding:5rem 0}"
    "footer{position:sticky;bottom:0}}\n"
    ".e{padding:.12em .2em;border-radius:.2em;background:hsl(var(--hue) 70% var(--tint));"
    "border-bottom:2px solid hsl(var(--hue) 55% var(--edge));color:var(--ink);"
    "-webkit-box-decoration-break:clone;box-decoration-break:clone}\n"
    ".text .e::after{margin-left:.3em;font-size:.55em;font-weight:600;letter-spacing:.04em;"
    "color:var(--faint);vertical-align:.35em}\n"
    "abbr,.s,.k{text-decoration:underline dotted .09em;text-underline-offset:.22em}\n"
    "abbr,.s{font-weight:600}\n"
    ".k{text-decoration-style:wavy;text-decoration-color:#c33}\n"
    ".x{padding:0 .1em;border:1px solid #c33;border-radius:.2em}\n"
    "abbr,.text [tabindex]{position:relative}\n"
    ".text [tabindex]:focus-visible{outline:2px solid hsl(210 80% 50%);outline-offset:2px}\n"
    "@media screen{abbr:hover::after,abbr:focus-visible::after,.k:focus-visible::after,"
    ".e[title]:hover::before,.e[title]:focus-visible::before{position:absolute;left:0;z-index:2;"
    "width:max-content;max-width:19rem;padding:.4em .7em;border-radius:.35em;"
    "background:var(--tip);color:var(--tip-ink);font-size:.88rem;font-weight:400;"
    "line-height:1.45;letter-spacing:0;white-space:pre-line;pointer-events:none;"
    "box-shadow:0 2px 10px #0006;content:attr(title)}\n"
    "abbr:hover::after,abbr:focus-visible::after,.k:focus-visible::after{top:calc(100% + .35em)}\n"
    ".e[title]:hover::before,.e[title]:focus-visible::before{bottom:calc(100% + .35em)}\n"
    "abbr[data-en]:hover::after,abbr[data-en]:focus-visible::after"
    "{content:attr(title) \"\\a\" attr(data-en)}}\n"
    "@media screen and (max-width:60rem){abbr:hover::after,abbr:focus-visible::after,"
    ".k:focus-visible::after,.e[title]:hover::before,.e[title]:focus-visible::before"
    "{position:fixed;left:.5rem;right:.5rem;width:auto;max-width:none}\n"
    "abbr:hover::after,abbr:focus-visible::after,.k:focus-visible::after{top:auto;bottom:.5rem}\n"
    ".e[title]:hover::before,.e[title]:focus-visible::before{bottom:auto;top:.5rem}}\n"
    "@page{margin:1.8cm}\n"
    "@media print{body{max-width:none;padding:0;font-size:10.5pt;line-height:1.7}\n"
    ".e{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
    ".text abbr::after{content:\" [\" attr(title) \"]\";font-weight:400;font-style:italic}\n"
    "h2{break-after:avoid}}\n";

static void put_type_style(pen *p, vt_entity_type type) {
  const char *name = vt_entity_type_text(type);
  unsigned hue = (unsigned)type < KNOWN_TYPES ? TYPES[type].hue : (unsigned)type * 47 % 360;
  pen_byte(p, '.');
  pen_cstr(p, name);
  PEN_TEXT(p, "{--hue:");
  pen_number(p, hue);
  PEN_TEXT(p, "}\n.text .");
  pen_cstr(p, name);
  PEN_TEXT(p, "::after{content:\"");
  pen_cstr(p, name);
  PEN_TEXT(p, "\"}\n");
}

void html_page_type(pen *p, vt_entity_type type) {
  const char *name = vt_entity_type_text(type);
  PEN_TEXT(p, "<span class=\"e ");
  pen_cstr(p, name);
  PEN_TEXT(p, "\">");
  pen_cstr(p, (unsigned)type < KNOWN_TYPES ? TYPES[type].name : name);
  PEN_TEXT(p, "</span>");
}

static void put_legend(pen *p) {
  PEN_TEXT(p, "<ul>\n<li><span class=\"s\">chữ viết tắt</span>: đưa chuột đến hoặc bấm phím Tab để "
              "xem dạng đầy đủ</li>\n<li><span class=\"k\">để nguyên</span>: chưa rõ nghĩa</li>\n");
  for (int type = 0; type < VT_ENTITY_TYPES; type++) {
    PEN_TEXT(p, "<li>");
    html_page_type(p, (vt_entity_type)type);
    pen_byte(p, ' ');
    pen_cstr(p, vt_entity_type_text((vt_entity_type)type));
    PEN_TEXT(p, "</li>\n");
  }
  PEN_TEXT(p, "</ul>\n");
}

void html_page_begin(pen *p, const char *wanted_title, const char *dictionary) {
  vt_span title = span_cstr(wanted_title ? wanted_title : "Chữ viết tắt và thực thể trong văn bản");
  PEN_TEXT(p, "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  markup_plain(p, title);
  PEN_TEXT(p, "</title>\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"generator\" content=\"viettat " VT_VERSION);
  if (dictionary[0]) {
    PEN_TEXT(p, ", dictionary ");
    markup_attribute(p, span_cstr(dictionary));
  }
  PEN_TEXT(p, "\">\n<style>\n");
  pen_cstr(p, STYLE);
  for (int type = 0; type < VT_ENTITY_TYPES; type++) put_type_style(p, (vt_entity_type)type);
  PEN_TEXT(p, "</style>\n</head>\n<body>\n<header>\n<h1>");
  markup_plain(p, title);
  PEN_TEXT(p, "</h1>\n");
  put_legend(p);
  PEN_TEXT(p, "</header>\n<main>\n");
}

void html_page_end(pen *p) { PEN_TEXT(p, "</main>\n</body>\n</html>\n"); }

const char *html_page_reason(vt_reason reason) {
  switch (reason) {
  case VT_REASON_AMBIGUOUS: return "có nhiều cách hiểu";
  case VT_REASON_UNKNOWN: return "không có trong từ điển";
  case VT_REASON_PROPOSED: return "chỉ có phỏng đoán";
  default: return NULL;
  }
}
