import { curveCsv, curveJams, curveJson, namedCurve } from '@/server/catalogue/tracks/curveDocuments';
import { AppError } from '@/server/base/errors';
import { answerTo } from '@/server/http/answerTo';
import { attachment } from '@/server/http/attachment';
import {
  featureDocument,
  featureDocuments,
  type FeatureDocument,
} from '@/server/research/features/featureDocument';
import { getServices } from '@/server/services';

const curveDocuments = {
  'curve.csv': { write: curveCsv, mediaType: 'text/csv; charset=utf-8' },
  'curve.json': { write: curveJson, mediaType: 'application/json' },
  'curve.jams': { write: curveJams, mediaType: 'application/json' },
};

/** A track's emotion curve as a file to keep, or a feature of its sound; its cover goes outside Next. */
export const GET = answerTo(
  'listener',
  async (_caller, request: Request, context: RouteContext<'/api/tracks/[id]/[document]'>) => {
    const { id, document } = await context.params;
    const trackId = Number(id);
    if (!/^\d{1,9}$/.test(id)) throw new AppError('invalid', `invalid trackId: ${id} (a whole number)`);
    const feature = featureDocuments.find((name) => name === document);
    if (feature) return featureResponse(request, trackId, feature);
    if (!(document in curveDocuments)) throw unknownDocument(document);
    const { write, mediaType } = curveDocuments[document as keyof typeof curveDocuments];
    const named = await namedCurve(getServices().database, trackId);
    return new Response(write(named), {
      headers: { 'Content-Type': mediaType, 'Content-Disposition': attachment(`${named.title}.${document}`) },
    });
  },
);

function unknownDocument(document: string): AppError {
  const known = [...Object.keys(curveDocuments), ...featureDocuments].join(', ');
  return new AppError('not-found', `invalid document: ${document} (${known} or cover)`);
}

async function featureResponse(
  { url, signal }: Request,
  trackId: number,
  document: FeatureDocument,
): Promise<Response> {
  const { database, settings } = getServices();
  const { title } = await namedCurve(database, trackId);
  const parameters = new URL(url).searchParams;
  const question = { trackId, document, parameters, signal };
  const { body, mediaType } = await featureDocument({ database, ...settings }, question);
  const name = `${title}.${parameters.get('feature')}.${document}`;
  return new Response(body, {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': attachment(name) },
  });
}
