import { isGivenUp, serverReach } from './serverReach';

/** The header by which the router asks for a page (Next.js, App Router). */
const pageHeader = 'rsc';

let isHolding = false;

/**
 * Has the router's questions for pages wait while the server does not answer. Left to itself it would turn to the browser,
 * which shows an error page of its own in place of everything that is open. Links that the browser follows itself are held
 * back for as long. In the browser only; called again it does nothing.
 */
export function holdNavigation(): void {
  if (isHolding) return;
  isHolding = true;
  const ask = window.fetch.bind(window);
  window.fetch = (...asked) => (isForPage(asked[1]) ? untilAnswered(() => ask(...asked)) : ask(...asked));
  window.addEventListener('click', (event) => {
    if (serverReach.isLost() && leavesPage(event)) event.preventDefault();
  });
}

const isForPage = (init?: RequestInit) => new Headers(init?.headers).has(pageHeader);

async function untilAnswered(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (isGivenUp(error)) throw error;
      serverReach.noteLost();
      await serverReach.untilBack();
    }
  }
}

/** True where the browser is about to load another page of this server in place of this one. */
function leavesPage(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || link.origin !== window.location.origin) return false;
  const isWithin = link.pathname === window.location.pathname && link.hash !== '';
  const isElsewhere = link.target !== '' && link.target !== '_self';
  return !isWithin && !isElsewhere && !link.hasAttribute('download');
}
