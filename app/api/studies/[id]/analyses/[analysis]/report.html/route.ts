import { AppError } from '@/server/base/errors';
import { answerTo } from '@/server/http/answerTo';
import { analysisReport } from '@/server/research/reports/analysisReport';
import { reportedResult } from '@/server/research/reports/reportedResult';
import { getServices } from '@/server/services';

/**
 * What an analysis found as one HTML file to keep. Never shown in place: it is written to stand alone, under a policy of
 * its own.
 */
export const GET = answerTo(
  'listener',
  async (
    caller,
    _request: Request,
    context: RouteContext<'/api/studies/[id]/analyses/[analysis]/report.html'>,
  ) => {
    const { id, analysis } = await context.params;
    const [studyId, analysisId] = [numberOf('studyId', id), numberOf('analysisId', analysis)];
    const { database, settings } = getServices();
    const place = { database, dataDirectory: settings.dataDirectory, caller };
    const result = await reportedResult(place, { studyId, analysisId });
    return new Response(analysisReport(result), {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Disposition': `attachment; filename="study-${studyId}-analysis-${analysisId}.html"`,
      },
    });
  },
);

function numberOf(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new AppError('invalid', `invalid ${name}: ${text} (a whole number)`);
  return Number(text);
}
