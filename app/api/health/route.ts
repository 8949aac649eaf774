import { libraryState } from '@/server/catalogue/tracks/libraryState';
import { answerErrors } from '@/server/http/answerErrors';
import { getServices } from '@/server/services';

export const dynamic = 'force-dynamic';

/** Whether the server can answer, for people and for tools that watch it. */
export const GET = answerErrors(async () => {
  const state = await libraryState(getServices().database);
  return Response.json({ status: 'ok', ...state });
});
