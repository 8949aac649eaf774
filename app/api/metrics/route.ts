import { answerErrors } from '@/server/http/answerErrors';
import { metricsText } from '@/server/http/metrics';
import { getServices } from '@/server/services';

export const dynamic = 'force-dynamic';

/** Figures for Prometheus. */
export const GET = answerErrors(async () => {
  const { text, mediaType } = await metricsText(getServices());
  return new Response(text, { headers: { 'Content-Type': mediaType } });
});
