import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as SurfaceData from '@/app/ui/brain/surfaceData';
import type * as TurningSurface from '@/app/ui/brain/turningSurface';
import type { SurfaceSet } from '@/server/research/meshes/surfaceSet';
import { startServer, type OwnServer } from './support/ownServer';
import { expect, test } from './support/test';

const shared = '../shared/neuro';
const parcels = ['lh', 'rh'].map((side) => `${shared}/parcellations/fsa5_${side}_schaefer_100.annot`);

interface Tools {
  surfaceTools: typeof SurfaceData & typeof TurningSurface;
}

/** What pages draw surfaces with, as one script: no page shows a surface without a study. */
async function surfaceScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './app/ui/brain/surfaceData'; export * from './app/ui/brain/turningSurface';`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'surfaceTools',
    target: 'es2022',
  });
  return `${outputFiles[0].text};window.surfaceTools = surfaceTools;`;
}

test.describe('an installed surface', () => {
  test.skip(!existsSync(shared), `needs ${shared}`);
  let server: OwnServer;
  let folder: string;

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'circumplex-surface-'));
    const env = { ...process.env, DATA_DIR: folder };
    const add = ['dist/cli.js', 'assets', 'add', 'fsaverage5', `${shared}/fsaverage5`, ...parcels];
    execFileSync(process.execPath, add, { env, stdio: 'pipe' });
    server = await startServer({ DATA_DIR: folder });
  });
  test.afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test('is listed by name and handed out by hash, and by nothing else', async ({ page }) => {
    const [set] = (await (await page.request.get(`${server.url}/api/surfaces`)).json()) as SurfaceSet[];
    expect(set).toMatchObject({
      name: 'fsaverage5',
      labels: [{ names: { length: 51 } }, { names: { length: 51 } }],
    });
    const part = await page.request.get(`${server.url}/api/surfaces/${set.surfaces[0].sha256}`);
    expect((await part.body()).length).toBe(12 * (10_242 + 20_480));
    expect((await page.request.get(`${server.url}/api/surfaces/${'0'.repeat(64)}`)).status()).toBe(404);
    expect((await page.request.get(`${server.url}/api/surfaces/..%2Ffsaverage5.json`)).status()).toBe(400);
    expect((await page.request.post(`${server.url}/api/surfaces`)).status()).toBe(400);
  });

  test('is drawn in the colours given, turned and pressed, under the policy of the pages', async ({
    page,
  }) => {
    await page.goto(`${server.url}/research/models`);
    await page.evaluate(await surfaceScript());
    const seen = await page.evaluate(drawAndPress);
    expect(seen.vertices).toEqual([10_242, 10_242]);
    // Seen from the left the left hemisphere, blue, lies in front; from the right the right one, red.
    expect(seen.left).toMatchObject({ mesh: 0, strongest: 'blue' });
    expect(seen.right).toMatchObject({ mesh: 1, strongest: 'red' });
    expect(seen.beside).toBeNull();
    expect(seen.corner).toEqual([255, 255, 255, 255]);
    expect(seen.names).toContain('7Networks_LH_Vis_1');
  });

  test('is refused in words where a browser has no WebGL 2', async ({ page }) => {
    await page.goto(`${server.url}/research/models`);
    await page.evaluate(await surfaceScript());
    const answer = await page.evaluate(async () => {
      HTMLCanvasElement.prototype.getContext = () => null;
      const { hasGraphics, TurningSurface: Surface } = (window as unknown as Tools).surfaceTools;
      const canvas = document.body.appendChild(document.createElement('canvas'));
      const refused = await Surface.open(canvas, '#ffffff').then(
        () => null,
        (error: unknown) => String(error),
      );
      return { hasGraphics: hasGraphics(), refused };
    });
    expect(answer.hasGraphics).toBe(false);
    expect(answer.refused).toContain('WebGL2');
  });

  test('is not part of what other pages load', async ({ page }) => {
    const scripts: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/_next/static/')) scripts.push(response.text());
    });
    await page.goto(`${server.url}/research/models`);
    await page.waitForLoadState('networkidle');
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of await Promise.all(scripts)) expect(script).not.toContain('NIIVUE VERSION');
  });
});

/** Runs in the page: paints the left hemisphere blue and the right one red, and looks from both sides. */
async function drawAndPress() {
  const {
    fetchMeshes,
    fetchSurfaceSets,
    TurningSurface: Surface,
  } = (window as unknown as Tools).surfaceTools;
  const [set] = await fetchSurfaceSets();
  const meshes = await fetchMeshes(set, { kind: 'inflated', parcellation: 'schaefer_100' });
  const place = document.body.appendChild(document.createElement('div'));
  place.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 600px; height: 400px';
  const canvas = place.appendChild(document.createElement('canvas'));
  const surface = await Surface.open(canvas, '#ffffff');
  const colours = [
    [40, 60, 220, 255],
    [220, 50, 40, 255],
  ].map((colour, index) =>
    Uint8Array.from({ length: 4 * meshes[index].vertices }, (_, at) => colour[at % 4]),
  );
  surface.show(meshes, colours);
  const middle = [canvas.clientWidth / 2, canvas.clientHeight / 2] as const;
  const pixel = ([x, y]: readonly [number, number]) => {
    const copy = document.createElement('canvas');
    copy.width = copy.height = 1;
    const context = copy.getContext('2d');
    const ratio = canvas.width / canvas.clientWidth;
    context?.drawImage(surface.drawn(), -Math.round(x * ratio), -Math.round(y * ratio));
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  };
  const look = (azimuth: number) => {
    surface.lookFrom({ azimuth, elevation: 0 });
    const [red, , blue] = pixel(middle);
    return { mesh: surface.vertexAt(middle)?.mesh, strongest: red > blue ? 'red' : 'blue' };
  };
  const [left, right] = [look(90), look(270)];
  return {
    vertices: meshes.map(({ vertices }) => vertices),
    names: meshes[0].names.slice(0, 5),
    left,
    right,
    beside: surface.vertexAt([3, 3]),
    corner: pixel([3, 3]),
  };
}
