/* The candidate rule of scan.c for 64 bytes at once: included once for each
 * instruction set, which names its operations V_…; a comparison gives one bit a
 * byte. Bit i of a mask is byte p[i − 3]; `>> 1` looks at the byte behind, `<< 1`
 * at the one before. Not a header of its own: it undefines the names at the end. */

VECTOR static inline uint64_t V_NAME(block)(const unsigned char *p) {
  V_TYPE v = V_LOAD(p - 3);
  uint64_t upper = V_RANGE(v, 'A', 'Z'), lower = V_RANGE(v, 'a', 'z');
  uint64_t digit = V_RANGE(v, '0', '9'), dot = V_EQ(v, '.'), slash = V_EQ(v, '/');
  uint64_t plain = ~(V_HIGH(v) | upper | lower | digit);
  uint64_t c3 = V_EQ(v, 0xC3), c4 = V_EQ(v, 0xC4);
  uint64_t p1 = V_EQ(v, 'p'), x = V_EQ(v, 'x'), t = V_EQ(v, 't'), place = p1 | x;

  uint64_t starts = plain << 1 | V_EQ(v, 0xE2) << 3 | V_EQ(v, 0xC2) << 2;

  uint64_t eth = V_EQ(v, 0x90), after_c4 = eth | V_EQ(v, 0x82);
  uint64_t after_c6 = V_EQ(v, 0x89) | V_EQ(v, 0xA0) | V_EQ(v, 0xAF);
  uint64_t wide =
      (c3 & V_RANGE(v, 0x80, 0x9E) >> 1) | (c4 & after_c4 >> 1) | (V_EQ(v, 0xC6) & after_c6 >> 1);

  uint64_t goes_on = upper | digit | dot | slash | V_EQ(v, '&') | wide;
  uint64_t turns = upper | dot | slash | wide;
  uint64_t capital = (upper & (goes_on >> 1 | (lower >> 1 & turns >> 2))) |
                     (V_EQ(v, 'T') & place >> 1) | (wide & goes_on >> 2);

  uint64_t post = V_RANGE(v, 'a', 'f'), unit = post | V_EQ(v, 'l');
  uint64_t arm = (unit & (digit | upper | plain) >> 1) | (unit & c4 >> 1 & eth >> 2) |
                 (post & (t | p1) >> 1 & plain >> 2);
  uint64_t slashed = lower & slash >> 1 & (lower | c4) >> 2;
  uint64_t town = t & place >> 1 & dot >> 2;
  uint64_t d = (c4 & V_EQ(v, 0x91) >> 1) | (c3 & V_EQ(v, 0xB0) >> 1);
  uint64_t comrade = d & (slash | dot | V_EQ(v, 'c')) >> 2;

  uint64_t found = starts & (capital | arm | slashed | town | comrade);
  return found >> 3 & ((UINT64_C(1) << SCAN_BLOCK) - 1);
}

#undef VECTOR
#undef V_NAME
#undef V_TYPE
#undef V_LOAD
#undef V_HIGH
#undef V_EQ
#undef V_RANGE
