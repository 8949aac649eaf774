const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text from outside as it may be written to a terminal: control characters, which could move the cursor or
 * break the line, and marks that turn the direction of writing are shown as escapes.
 */
export function terminalText(text: string): string {
  return text.replace(
    /[\p{Control}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => named[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
