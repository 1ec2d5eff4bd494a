/**
 * The public salt of a report's sketches: the first 16 bytes of SHA-256 over `inward-sketch-salt-1`, a line feed, and the version of the terms (`policy` of the
 * moderators' key), as UTF-8. So every device and the moderators make the same sketch of the same text, and sketches under other terms say nothing of one another.
 */
export async function sketchSalt(policy: string): Promise<Uint8Array<ArrayBuffer>> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`inward-sketch-salt-1\n${policy}`));
  return new Uint8Array(digest, 0, 16).slice();
}
