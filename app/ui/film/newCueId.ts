/** What names a new cue: random, also where a page does not come by HTTPS and has no randomUUID. */
export function newCueId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `c${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
