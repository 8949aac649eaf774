import type { IncomingMessage } from 'node:http';

/** Whether it is a person's browser that opens a page: tools get plain answers. */
export function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}
