import { isGivenUp, serverReach } from './ui/lostServer/serverReach';

/** Pages that anybody may see. */
const open = new Set(['/sign-in', '/join']);

/**
 * The browser's fetch. Once the session has ended it loads the page anew, which the gate answers with the sign-in
 * page, and that leads back here. A server that does not answer is noted as lost.
 */
export const fetchSignedIn: typeof fetch = async (...asked) => {
  const response = await fetch(...asked).catch((error: unknown) => {
    if (!isGivenUp(error)) serverReach.noteLost();
    throw error;
  });
  if (response.status === 401 && !open.has(window.location.pathname)) window.location.reload();
  return response;
};
