/* Where a candidate by the rule of scan.c may stand, for 64 bytes at once: a few
 * comparisons that keep every candidate and drop nearly all other places; the rule
 * itself judges what is left. Included once for each instruction set, which names
 * its operations V_…; a comparison gives one bit a byte. Bit i of a mask is byte
 * p[i − 3]; `>> 1` looks at the byte behind, `<< 1` at the one before. Not a header
 * of its own: it undefines the names at the end. */

VECTOR static inline uint64_t V_NAME(block)(const unsigned char *p) {
  V_TYPE v = V_LOAD(p - 3), small = V_OR(v, 0x20);
  uint64_t high = V_HIGH(v), letter = V_RANGE(small, 'a', 'z'), upper = V_RANGE(v, 'A', 'Z');
  uint64_t lower = letter & ~upper, other = ~(high | letter);
  uint64_t lead = V_RANGE(v, 0xC3, 0xC6), marked = lower | V_EQ(v, 0xE1);
  uint64_t dotted = V_RANGE(v, '.', '/');
  uint64_t place = V_EQ(V_OR(v, 'p' ^ 'x'), 'x'), post = V_EQ(V_OR(v, 'p' ^ 't'), 't');

  uint64_t starts = other << 1 | V_EQ(v, 0xE2) << 3 | V_EQ(v, 0xC2) << 2;
  uint64_t capital =
      upper & (~marked >> 1 | place >> 1 | (lower >> 1 & (upper | dotted | lead) >> 2));
  uint64_t small_d = V_EQ(v, 0xC4) & V_EQ(v, 0x91) >> 1; /* begins many words */
  uint64_t wide = lead & ((~small_d & ~marked >> 2) | (dotted | V_EQ(v, 'c')) >> 2);
  uint64_t unit = lower & (~(lower | high) >> 1 | (lead >> 1 & V_EQ(v, 0x90) >> 2) |
                           (post >> 1 & other >> 2) | (place >> 1 & dotted >> 2));

  return (starts & (capital | wide | unit)) >> 3 & ((UINT64_C(1) << SCAN_BLOCK) - 1);
}

#undef VECTOR
#undef V_NAME
#undef V_TYPE
#undef V_LOAD
#undef V_OR
#undef V_HIGH
#undef V_EQ
#undef V_RANGE
