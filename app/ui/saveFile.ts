/** Hands a file to the person. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads the address after this turn; one that asks where to keep the file, later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
