import type { Invitation } from '@/server/access/invitations';

/** What a link leads to, or why it leads nowhere, in the server's words. */
export type ReadInvitation = { invitation: Invitation } | { refusal: string };

/** What the end of a link stands for. Throws, in words, where that cannot be told for now. */
export async function readInvitation(secret: string): Promise<ReadInvitation> {
  const { status, document } = await ask(secret);
  if (!('error' in document)) return { invitation: document };
  if (status === 400 || status === 404) return { refusal: document.error };
  throw new Error(document.error);
}

async function ask(secret: string): Promise<{ status: number; document: Invitation | { error: string } }> {
  try {
    const answer = await fetch('/api/invitation', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret }),
    });
    return { status: answer.status, document: (await answer.json()) as Invitation | { error: string } };
  } catch {
    throw new Error('The server cannot be reached. Is it still running?');
  }
}
