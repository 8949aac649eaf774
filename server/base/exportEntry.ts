/** One file of an export: its bytes, or where they lie. */
export type ExportEntry = { name: string } & ({ bytes: Uint8Array } | { path: string });

/** A file of text. */
export function textEntry(name: string, text: string): ExportEntry {
  return { name, bytes: Buffer.from(text) };
}
