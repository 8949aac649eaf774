import type { ServerResponse } from 'node:http';

const againSeconds = 2;
const words = 'Many people are opening pages right now. This one opens by itself in a moment.';
const html = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${againSeconds}"><title>Circumplex: one moment</title>
<p role="status">${words}</p></html>
`;

/** Tells whoever waits for a page that too many do, and has the browser ask again. */
export function sendBusyPage(response: ServerResponse): void {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': againSeconds };
  response.writeHead(429, headers).end(html);
}
