import type { IncomingMessage } from 'node:http';

/** The address of a request, and the numbers in its path, in their order. */
export function addressOf(request: IncomingMessage): { url: URL; numbers: number[] } {
  const url = new URL(request.url ?? '', 'http://host');
  return { url, numbers: (url.pathname.match(/\d+/g) ?? []).map(Number) };
}
