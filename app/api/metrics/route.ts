import { answerTo } from '@/server/http/answerTo';
import { metricsText } from '@/server/http/metrics';
import { getServices } from '@/server/services';

export const dynamic = 'force-dynamic';

/** Figures for Prometheus. */
export const GET = answerTo('listener', async () => {
  const { text, mediaType } = await metricsText(getServices());
  return new Response(text, { headers: { 'Content-Type': mediaType } });
});
