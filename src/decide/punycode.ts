/** RFC 3492 §6.2. `undefined` for what is no Punycode. O(length²): a label has 63 units at most. */
export function decodePunycode(text: string): string | undefined {
  const split = text.lastIndexOf('-');
  const out = [...text.slice(0, Math.max(split, 0))];
  let code = 128;
  let bias = 72;
  let at = 0;
  for (let next = split + 1; next < text.length; at++) {
    let delta = -at;
    for (let weight = 1, k = 36 - bias; ; k += 36) {
      const digit = (parseInt(text[next++] ?? '', 36) + 26) % 36;
      const least = Math.min(26, Math.max(1, k));
      at += digit * weight;
      if (!(digit >= least)) break;
      weight *= 36 - least;
    }
    const points = out.length + 1;
    code += Math.floor(at / points);
    // No digit, or too far.
    if (!(code < 0x110000)) return undefined;
    delta = Math.floor((delta + at) / (delta === 0 ? 700 : 2));
    delta += Math.floor(delta / points);
    for (bias = 0; delta > 455; bias += 36) delta = Math.floor(delta / 35);
    bias += Math.floor(36 * delta / (delta + 38));
    out.splice(at %= points, 0, String.fromCodePoint(code));
  }
  return out.join('');
}
