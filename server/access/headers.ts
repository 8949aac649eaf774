import type { ServerResponse } from 'node:http';

/**
 * The Content-Security-Policy of every answer. Scripts need the nonce of this very request; styles may be
 * inline because d3 and React write style attributes; sound and pictures come from here or from memory.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `media-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

export function setSecurityHeaders(response: ServerResponse, policy: string): void {
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
}

/** What every answer says of itself, also one that is given before the gate. Who answers with a file may say otherwise. */
export function setBareHeaders(response: ServerResponse): void {
  setSecurityHeaders(response, `default-src 'none'; frame-ancestors 'none'`);
  response.setHeader('Cache-Control', 'no-store');
}
