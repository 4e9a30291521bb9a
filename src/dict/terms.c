#include "dict/terms.h"

#include <stddef.h>

#include "viettat.h"

#define TERM_NAME(id, name)               name,
#define TERM_CUE_NAME(id, name, weight)   name,
#define TERM_CUE_WEIGHT(id, name, weight) weight,

static const char *const KINDS[] = {TERM_KINDS(TERM_NAME)};
static const char *const DOMAINS[] = {TERM_DOMAINS(TERM_NAME)};
static const char *const CLASSES[] = {TERM_CLASSES(TERM_NAME)};
static const char *const ZONES[] = {TERM_ZONES(TERM_NAME)};
static const char *const CUES[] = {TERM_CUES(TERM_CUE_NAME)};
static const char *const PARTS[] = {TERM_PARTS(TERM_NAME)};
static const char *const ENTITIES[VT_ENTITY_TYPES] = {TERM_ENTITIES(TERM_NAME)};
static const int WEIGHTS[] = {TERM_CUES(TERM_CUE_WEIGHT)};

const char *term_kind_name(unsigned kind) { return kind < KIND_COUNT ? KINDS[kind] : NULL; }
const char *term_domain_name(unsigned d) { return d < DOMAIN_COUNT ? DOMAINS[d] : NULL; }
/* The first domain, "none", is that of senses without one. */
const char *vt_domain_text(unsigned index) {
  return index < DOMAIN_COUNT ? term_domain_name(index + 1) : NULL;
}
const char *term_class_name(unsigned c) { return c < CLASS_COUNT ? CLASSES[c] : NULL; }
const char *term_zone_name(unsigned z) { return z < ZONE_COUNT ? ZONES[z] : NULL; }
const char *term_cue_name(unsigned cue) { return cue < CUE_COUNT ? CUES[cue] : NULL; }
const char *term_part_name(unsigned part) { return part < PART_COUNT ? PARTS[part] : NULL; }
const char *term_entity_name(unsigned type) {
  return type < VT_ENTITY_TYPES ? ENTITIES[type] : NULL;
}
const char *vt_entity_type_text(vt_entity_type type) {
  return type < VT_ENTITY_TYPES ? term_entity_name(type) : "";
}
int term_cue_weight(unsigned cue) { return cue < CUE_COUNT ? WEIGHTS[cue] : 0; }
