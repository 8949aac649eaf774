/**
 * The browser's fetch. Once the session has ended it loads the page anew, which the gate answers with the sign-in
 * page, and that leads back here.
 */
export const fetchSignedIn: typeof fetch = async (...asked) => {
  const response = await fetch(...asked);
  if (response.status === 401 && window.location.pathname !== '/sign-in') window.location.reload();
  return response;
};
