/** The routes behind /api that Next answers, as `app/api` has them; any other address there is nobody's. */
export const nextRoutes = [
  '/api/studies/[id]/analyses/[analysis]/report.html',
  '/api/tracks/[id]/[document]',
  '/api/trpc/[trpc]',
];

const patterns = nextRoutes.map(
  (route) => new RegExp(`^${route.replaceAll('.', '\\.').replace(/\[\w+\]/g, '[^/]+')}$`),
);

/** Whether Next has a route for a path behind /api. */
export const isNextRoute = (path: string): boolean => patterns.some((pattern) => pattern.test(path));
