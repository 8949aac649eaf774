import { curveCsv, curveJams, curveJson, namedCurve } from '@/server/catalogue/tracks/curveDocuments';
import { trackCover } from '@/server/catalogue/tracks/trackCover';
import { AppError } from '@/server/base/errors';
import { answerErrors } from '@/server/http/answerErrors';
import { getServices } from '@/server/services';

const curveDocuments = {
  'curve.csv': { write: curveCsv, mediaType: 'text/csv; charset=utf-8' },
  'curve.json': { write: curveJson, mediaType: 'application/json' },
  'curve.jams': { write: curveJams, mediaType: 'application/json' },
};

/** A track's cover picture, or its emotion curve as a file to keep. */
export const GET = answerErrors(
  async (_request: Request, context: RouteContext<'/api/tracks/[id]/[document]'>) => {
    const { id, document } = await context.params;
    const trackId = Number(id);
    if (!/^\d{1,9}$/.test(id)) throw new AppError('invalid', `invalid trackId: ${id} (a whole number)`);
    if (document === 'cover') return coverResponse(trackId);
    if (!(document in curveDocuments))
      throw new AppError(
        'not-found',
        `invalid document: ${document} (curve.csv, curve.json, curve.jams or cover)`,
      );
    const { write, mediaType } = curveDocuments[document as keyof typeof curveDocuments];
    const named = await namedCurve(getServices().database, trackId);
    return new Response(write(named), {
      headers: { 'Content-Type': mediaType, 'Content-Disposition': attachment(`${named.title}.${document}`) },
    });
  },
);

async function coverResponse(trackId: number): Promise<Response> {
  const cover = await trackCover(getServices().database, trackId);
  return new Response(new Uint8Array(cover.bytes), {
    headers: { 'Content-Type': cover.mediaType, 'Cache-Control': 'private, max-age=3600' },
  });
}

/** RFC 6266: a plain name for old programs, the true one in UTF-8. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
