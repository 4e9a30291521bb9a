#include <string.h>

#include "field.h"
#include "glossary.h"

static void write_text(output *out, const char *text) {
  field_xml(out, (vt_span){text, strlen(text)});
}

static void write_term(output *out, const char *text, const char *type) {
  output_text(out, "          <tig>\n            <term>");
  write_text(out, text);
  output_format(out,
                "</term>\n            <termNote type=\"termType\">%s</termNote>\n"
                "          </tig>\n",
                type);
}

static void write_concept(output *out, const tally_row *row, size_t number) {
  output_format(out, "      <termEntry id=\"c%zu\">\n", number);
  if (row->field) {
    output_text(out, "        <descrip type=\"subjectField\">");
    write_text(out, row->field);
    output_text(out, "</descrip>\n");
  }
  output_text(out, "        <langSet xml:lang=\"vi\">\n");
  write_term(out, row->reading, "fullForm");
  write_term(out, row->form, "acronym");
  output_text(out, "        </langSet>\n");
  if (row->english) {
    output_text(out, "        <langSet xml:lang=\"en\">\n");
    write_term(out, row->english, "fullForm");
    output_text(out, "        </langSet>\n");
  }
  output_text(out, "      </termEntry>\n");
}

void glossary_write_tbx(output *out, const tally *t) {
  output_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<martif type=\"TBX\" xml:lang=\"vi\">\n"
                   "  <martifHeader>\n    <fileDesc>\n      <sourceDesc>\n"
                   "        <p>Short forms that occur, listed by viettat " VT_VERSION "</p>\n"
                   "      </sourceDesc>\n    </fileDesc>\n    <encodingDesc>\n"
                   "      <p type=\"XCSURI\">TBXXCSV02.xcs</p>\n    </encodingDesc>\n"
                   "  </martifHeader>\n  <text>\n    <body>\n");
  for (size_t i = 0; i < t->count; i++) write_concept(out, &t->rows[i], i + 1);
  output_text(out, "    </body>\n  </text>\n</martif>\n");
}
