import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '@/db/packageRoot';
import { isNextRoute, nextRoutes } from './nextRoutes';

it('names every route that lies in app/api, and nothing else', () => {
  const found = readdirSync(join(packageRoot(), 'app/api'), { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'route.ts')
    .map((path) => `/api/${dirname(path)}`);
  expect(found.sort()).toEqual(nextRoutes);
});

it.each([
  ['/api/trpc/catalogue.tracks', true],
  ['/api/tracks/7/curve.csv', true],
  ['/api/studies/1/analyses/2/report.html', true],
  ['/api/nothing', false],
  ['/api/trpc', false],
  ['/api/trpc/a/b', false],
  ['/api/tracks/7', false],
  ['/api/studies/1/analyses/2/reportxhtml', false],
])('knows %s: %s', (path, isKnown) => expect(isNextRoute(path)).toBe(isKnown));
