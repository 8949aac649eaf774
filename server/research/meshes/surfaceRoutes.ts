import { routeFor, type Route } from '../../access/route';
import { sendJson } from '../../http/answers';
import { requireGet } from '../../http/requireMethod';
import { getServices } from '../../services';
import { sendFile } from '../../streams/sendFile';
import { SurfaceStore } from './surfaceStore';

/** GET /api/surfaces lists the installed surfaces; GET /api/surfaces/HASH has the numbers of one of their parts. */
export function surfaceRoutes(): Route[] {
  return [
    routeFor('listener', /^\/api\/surfaces$/, async (request, response) => {
      requireGet(request);
      sendJson(response, 200, await store().list());
    }),
    routeFor('listener', /^\/api\/surfaces\/[^/]+$/, async (request, response) => {
      requireGet(request);
      const hash = new URL(request.url ?? '', 'http://host').pathname.split('/').pop() ?? '';
      const path = store().fileOf(hash);
      await sendFile(request, response, { path, mediaType: 'application/octet-stream' });
    }),
  ];
}

const store = (): SurfaceStore => new SurfaceStore(getServices().settings.dataDirectory);
