/** The header by which an answer is kept as a file (RFC 6266): a plain name for old programs, the true one in UTF-8. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
