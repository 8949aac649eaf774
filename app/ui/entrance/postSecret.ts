/** Null where the server took it, else why not, in its words. */
export async function postSecret(path: string, document: object): Promise<string | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(document),
    });
    if (response.ok) return null;
    return ((await response.json()) as { error: string }).error;
  } catch {
    return 'The server cannot be reached. Is it still running?';
  }
}
