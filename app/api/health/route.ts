import { libraryState } from '@/server/catalogue/tracks/libraryState';
import { answerTo } from '@/server/http/answerTo';
import { getServices } from '@/server/services';

export const dynamic = 'force-dynamic';

/** Whether the server can answer, for people and for tools that watch it. */
export const GET = answerTo('listener', async () => {
  const state = await libraryState(getServices().database);
  return Response.json({ status: 'ok', ...state });
});
