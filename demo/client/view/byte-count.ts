/** Bytes as a person reads them; 1 kB is 1,024. */
export function bytes(count: number): string {
  return count < 1_024 ? `${count} B` : count < 1_048_576 ? `${(count / 1_024).toFixed(1)} kB` : `${(count / 1_048_576).toFixed(1)} MB`;
}
