/** The ways a text could stand in bytes: as letters in several encodings, and as Base64 at each of its three offsets. */
export interface CanaryForm {
  readonly name: string;
  readonly bytes: Buffer;
}

export function formsOf(text: string): readonly CanaryForm[] {
  const encodings: readonly (readonly [string, Buffer])[] = [
    ['utf-8', Buffer.from(text, 'utf8')], ['utf-16le', Buffer.from(text, 'utf16le')], ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
  ];
  const forms: CanaryForm[] = [
    { name: `percent of ${text}`, bytes: Buffer.from(encodeURIComponent(text)) },
    { name: `json of ${text}`, bytes: Buffer.from(JSON.stringify(text).slice(1, -1)) },
  ];
  for (const [name, bytes] of encodings) {
    forms.push({ name: `${name} of ${text}`, bytes }, { name: `hex of ${name} of ${text}`, bytes: Buffer.from(bytes.toString('hex')) });
    for (const shift of [0, 1, 2]) {
      // Whole groups of three bytes only: the ends depend on what stands beside them.
      const inner = bytes.subarray((3 - shift) % 3);
      const whole = inner.subarray(0, inner.length - (inner.length % 3));
      forms.push({ name: `base64+${shift} of ${name} of ${text}`, bytes: Buffer.from(whole.toString('base64')) });
      forms.push({ name: `base64url+${shift} of ${name} of ${text}`, bytes: Buffer.from(whole.toString('base64url')) });
    }
  }
  return forms;
}
