import { routeFor, type Route } from '../access/route';
import { libraryState } from '../catalogue/tracks/libraryState';
import { sendJson } from '../http/answers';
import { metricsText } from '../http/metrics';
import { getServices } from '../services';

/** What tools that watch the server ask; outside Next, so that the answer tells of the server and not of its pages. */
export function watchRoutes(): Route[] {
  return [
    routeFor('listener', /^\/api\/health$/, async (_, response) =>
      sendJson(response, 200, { status: 'ok', ...(await libraryState(getServices().database)) }),
    ),
    routeFor('listener', /^\/api\/metrics$/, async (_, response) => {
      const { text, mediaType } = await metricsText(getServices());
      response.writeHead(200, { 'Content-Type': mediaType }).end(text);
    }),
  ];
}
