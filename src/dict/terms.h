/* The closed lists of the dictionary format: names as they stand in YAML. The
 * numbers are part of the image format: add at the end only. */
#ifndef VT_DICT_TERMS_H
#define VT_DICT_TERMS_H

#define TERM_KINDS(X)                                                                              \
  X(OTHER, "other")                                                                                \
  X(ACTIVITY, "activity")                                                                          \
  X(AWARD, "award")                                                                                \
  X(DOCUMENT_TYPE, "document-type")                                                                \
  X(EQUIPMENT, "equipment")                                                                        \
  X(FIELD, "field")                                                                                \
  X(FINANCE, "finance")                                                                            \
  X(FORCE, "force")                                                                                \
  X(FOREIGN, "foreign")                                                                            \
  X(LAW, "law")                                                                                    \
  X(LEVEL, "level")                                                                                \
  X(ORGAN, "organ")                                                                                \
  X(PERSON, "person")                                                                              \
  X(PLACE, "place")                                                                                \
  X(POST, "post")                                                                                  \
  X(RANK, "rank")                                                                                  \
  X(SIGNATURE, "signature")                                                                        \
  X(TIME, "time")                                                                                  \
  X(TITLE, "title")                                                                                \
  X(UNIT, "unit")

#define TERM_DOMAINS(X)                                                                            \
  X(NONE, "none")                                                                                  \
  X(MILITARY, "military")                                                                          \
  X(PARTY, "party")                                                                                \
  X(GOVERNMENT, "government")                                                                      \
  X(DOCUMENTS, "documents")                                                                        \
  X(SECURITY, "security")                                                                          \
  X(JUSTICE, "justice")                                                                            \
  X(ECONOMY, "economy")                                                                            \
  X(FINANCE, "finance")                                                                            \
  X(AGRICULTURE, "agriculture")                                                                    \
  X(ENVIRONMENT, "environment")                                                                    \
  X(CONSTRUCTION, "construction")                                                                  \
  X(TRANSPORT, "transport")                                                                        \
  X(EDUCATION, "education")                                                                        \
  X(HEALTH, "health")                                                                              \
  X(SOCIETY, "society")                                                                            \
  X(ORGANISATIONS, "organisations")                                                                \
  X(MEDIA, "media")                                                                                \
  X(TITLES, "titles")                                                                              \
  X(PLACES, "places")                                                                              \
  X(EVERYDAY, "everyday")                                                                          \
  X(FOREIGN, "foreign")

/* Word classes of cues. Those of the first row are seen from the text's shape,
 * the others are lists in dictionaries/classes.yaml. */
#define TERM_CLASSES(X)                                                                            \
  X(NUMBER, "number")                                                                              \
  X(NAME, "name")                                                                                  \
  X(CAPS, "caps")                                                                                  \
  X(IDENTIFIER, "identifier")                                                                      \
  X(PERCENT, "percent")                                                                            \
  X(DATE, "date")                                                                                  \
  X(START, "start")                                                                                \
  X(END, "end")                                                                                    \
  X(COMMA, "comma")                                                                                \
  X(DOT, "dot")                                                                                    \
  X(COLON, "colon")                                                                                \
  X(OPEN, "open")                                                                                  \
  X(CLOSE, "close")                                                                                \
  X(DASH, "dash")                                                                                  \
  X(SLASH, "slash")                                                                                \
  X(QUOTE, "quote")                                                                                \
  X(ORGAN, "organ")                                                                                \
  X(LEVEL, "level")                                                                                \
  X(PLACE, "place")                                                                                \
  X(RANK, "rank")                                                                                  \
  X(POST, "post")                                                                                  \
  X(DOCUMENT_TYPE, "document-type")                                                                \
  X(PERSON, "person")                                                                              \
  X(UNIT, "unit")                                                                                  \
  X(FUNCTION, "function")                                                                          \
  X(PEOPLE, "people")                                                                              \
  X(FIELD, "field")                                                                                \
  X(ACTION, "action")                                                                              \
  X(MONTH, "month")                                                                                \
  X(QUANTITY, "quantity")                                                                          \
  X(COMMON, "common")

#define TERM_ZONES(X)                                                                              \
  X(CAPS, "caps")                                                                                  \
  X(RECIPIENTS, "recipients")                                                                      \
  X(SIGNATURE, "signature")                                                                        \
  X(TABLE, "table")                                                                                \
  X(LABEL, "label")                                                                                \
  X(BRACKET, "bracket")                                                                            \
  X(HEADING, "heading")

#define TERM_CUES(X) /* kind, name in YAML, usual weight in hundredths */                          \
  X(NEXT, "next", 300)                                                                             \
  X(PREV, "prev", 300)                                                                             \
  X(WITH, "with", 300)                                                                             \
  X(NEAR, "near", 100)                                                                             \
  X(ZONE, "zone", 200)                                                                             \
  X(DOMAIN, "domain", 150)

/* Classes of the parts that compositions are made of. */
#define TERM_PARTS(X)                                                                              \
  X(UNIT, "unit")                                                                                  \
  X(ARM, "arm")                                                                                    \
  X(LEVEL, "level")                                                                                \
  X(ORGAN, "organ")                                                                                \
  X(FIELD, "field")                                                                                \
  X(HEAD, "head")                                                                                  \
  X(AREA, "area")                                                                                  \
  X(POST, "post")                                                                                  \
  X(NUMBER, "number")

/* In the order of vt_entity_type. */
#define TERM_ENTITIES(X)                                                                           \
  X(PER, "PER")                                                                                    \
  X(LOC, "LOC")                                                                                    \
  X(ORG, "ORG")                                                                                    \
  X(TITLE, "TITLE")                                                                                \
  X(DATE, "DATE")                                                                                  \
  X(DOC, "DOC")                                                                                    \
  X(QUANTITY, "QUANTITY")

#define TERM_KIND_ITEM(id, name) KIND_##id,
typedef enum term_kind { TERM_KINDS(TERM_KIND_ITEM) KIND_COUNT } term_kind;
#define TERM_DOMAIN_ITEM(id, name) DOMAIN_##id,
typedef enum term_domain { TERM_DOMAINS(TERM_DOMAIN_ITEM) DOMAIN_COUNT } term_domain;
#define TERM_CLASS_ITEM(id, name) CLASS_##id,
typedef enum term_class { TERM_CLASSES(TERM_CLASS_ITEM) CLASS_COUNT } term_class;
#define TERM_ZONE_ITEM(id, name) ZONE_##id,
typedef enum term_zone { TERM_ZONES(TERM_ZONE_ITEM) ZONE_COUNT } term_zone;
#define TERM_CUE_ITEM(id, name, weight) CUE_##id,
typedef enum term_cue { TERM_CUES(TERM_CUE_ITEM) CUE_COUNT } term_cue;
#define TERM_PART_ITEM(id, name) PART_##id,
typedef enum term_part { TERM_PARTS(TERM_PART_ITEM) PART_COUNT } term_part;

const char *term_kind_name(unsigned kind);
const char *term_domain_name(unsigned domain);
const char *term_class_name(unsigned class_);
const char *term_zone_name(unsigned zone);
const char *term_cue_name(unsigned cue);
const char *term_part_name(unsigned part);
const char *term_entity_name(unsigned type);
int term_cue_weight(unsigned cue); /* hundredths */

#endif
