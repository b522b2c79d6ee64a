/**
 * Threefry-2x32 with 20 rounds: a bijection of 64-bit counters for every 64-bit key, made for
 * random streams that are addressed rather than stepped through.
 *
 * Source: Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3. SC'11; rotation
 * constants and key schedule as in Random123.
 *
 * Writes the two 32-bit words for key (k0, k1) and counter (c0, c1) to `out`.
 */
export function threefry2x32(
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  out: Uint32Array,
): void {
  let a = k0 | 0;
  let b = k1 | 0;
  let c = 0x1bd11bda ^ k0 ^ k1;
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  // The rotations take turns with 17, 29, 16, 24 from group to group.
  let r0 = 13;
  let r1 = 15;
  let r2 = 26;
  let r3 = 6;
  for (let group = 1; group <= 5; group++) {
    x = (x + y) | 0;
    y = ((y << r0) | (y >>> (32 - r0))) ^ x;
    x = (x + y) | 0;
    y = ((y << r1) | (y >>> (32 - r1))) ^ x;
    x = (x + y) | 0;
    y = ((y << r2) | (y >>> (32 - r2))) ^ x;
    x = (x + y) | 0;
    y = ((y << r3) | (y >>> (32 - r3))) ^ x;
    x = (x + b) | 0;
    y = (y + c + group) | 0;
    const first = a;
    a = b;
    b = c;
    c = first;
    r0 ^= 13 ^ 17;
    r1 ^= 15 ^ 29;
    r2 ^= 26 ^ 16;
    r3 ^= 6 ^ 24;
  }
  out[0] = x;
  out[1] = y;
}

/**
 * The first words of many counters in one go: uniforms inside (0, 1) for counters (0, c1), (0, c1
 * + 1), … into `out`, the middles of 2⁵² equal steps. The same rounds as above, written out: most
 * of a run's random numbers come from here.
 */
export function threefryUniforms(k0: number, k1: number, c1: number, out: Float64Array): void {
  const k2 = 0x1bd11bda ^ k0 ^ k1;
  for (let i = 0; i < out.length; i++) {
    let x = k0;
    let y = (c1 + i + k1) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k1) | 0;
    y = (y + k2 + 1) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + k2) | 0;
    y = (y + k0 + 2) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k0) | 0;
    y = (y + k1 + 3) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + k1) | 0;
    y = (y + k2 + 4) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k2) | 0;
    y = (y + k0 + 5) | 0;
    out[i] = ((x >>> 12) * 4294967296 + (y >>> 0) + 0.5) * 2 ** -52;
  }
}
