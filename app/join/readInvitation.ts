import type { Invitation } from '@/server/access/invitations';

/** What an invitation leads to. Throws with the server's words where it leads nowhere. */
export async function readInvitation(secret: string): Promise<Invitation> {
  const answer = await fetch('/api/invitation', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  const document = (await answer.json()) as Invitation | { error: string };
  if ('error' in document) throw new Error(document.error);
  return document;
}
