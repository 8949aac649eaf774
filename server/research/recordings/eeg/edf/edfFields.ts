/** A field of an EDF header: text without the blanks and zeros that fill it; UTF-8 where it is that, else Latin-1. */
export function fieldText(bytes: Buffer): string {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 32)) end--;
  return decodeText(bytes.subarray(0, end)).trim();
}

/** Text of a writer who kept to UTF-8, or did not. */
export function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** A number of an EDF header, also with a decimal comma; NaN where the field is blank or holds anything else. */
export function fieldNumber(bytes: Buffer): number {
  const text = fieldText(bytes).replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
