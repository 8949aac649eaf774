import { fetchSignedIn } from '@/app/fetchSignedIn';
import { folds } from '@/ml/brain/surface/folds';
import type { HemisphereMesh } from '@/ml/brain/surface/surfaceRegions';
import type { Hemisphere, SurfaceKind, SurfaceSet } from '@/server/research/meshes/surfaceSet';

/** One hemisphere as it is shown. */
export interface ShownMesh extends HemisphereMesh {
  /** [vertices, 3] millimetres of what is turned, beside the other hemisphere. */
  points: Float32Array<ArrayBuffer>;
  /** [triangles, 3] */
  triangles: Uint32Array<ArrayBuffer>;
  folds: Float32Array | null;
}

export interface SurfaceChoice {
  kind: SurfaceKind;
  parcellation: string | null;
}

/** Between the hemispheres, millimetres. */
const gap = 4;

/** The installed sets. Rejects where the server does not answer. */
export async function fetchSurfaceSets(): Promise<SurfaceSet[]> {
  return (await (await asked('/api/surfaces')).json()) as SurfaceSet[];
}

/** The hemispheres that a set has of one kind of surface, side by side. */
export async function fetchMeshes(set: SurfaceSet, choice: SurfaceChoice): Promise<ShownMesh[]> {
  const sides: Hemisphere[] = ['left', 'right'];
  const meshes = await Promise.all(sides.map((side) => fetchHemisphere(set, choice, side)));
  return meshes.filter((mesh) => mesh !== null);
}

async function fetchHemisphere(
  set: SurfaceSet,
  { kind, parcellation }: SurfaceChoice,
  hemisphere: Hemisphere,
): Promise<ShownMesh | null> {
  const surfaceOf = (wanted: SurfaceKind) =>
    set.surfaces.find((each) => each.kind === wanted && each.hemisphere === hemisphere);
  const surface = surfaceOf(kind);
  if (!surface) return null;
  const labels = set.labels.find(
    (each) => each.parcellation === parcellation && each.hemisphere === hemisphere,
  );
  const folded = surfaceOf('pial') ?? surfaceOf('white');
  const [shown, measured, places] = await Promise.all([
    fetchNumbers(surface.sha256),
    folded ? fetchNumbers(folded.sha256) : null,
    labels ? fetchNumbers(labels.sha256) : null,
  ]);
  const { points, triangles } = meshOf(shown, surface.vertices);
  const fold = measured && folded ? meshOf(measured, folded.vertices) : null;
  return {
    hemisphere,
    vertices: surface.vertices,
    points: besideMiddle(points, hemisphere),
    triangles,
    folded: fold?.points ?? null,
    folds: fold && folds(fold.points, fold.triangles),
    labels: places && new Uint16Array(places),
    names: labels?.names ?? [''],
  };
}

const meshOf = (numbers: ArrayBuffer, vertices: number) => ({
  points: new Float32Array(numbers, 0, 3 * vertices),
  triangles: new Uint32Array(numbers, 12 * vertices),
});

/** Inflated hemispheres lie in the same place: each is moved to its own side. */
function besideMiddle(points: Float32Array, hemisphere: Hemisphere): Float32Array<ArrayBuffer> {
  const outwards = hemisphere === 'left' ? -1 : 1;
  let inmost = Infinity;
  for (let at = 0; at < points.length; at += 3) inmost = Math.min(inmost, outwards * points[at]);
  const shift = outwards * (gap / 2 - inmost);
  return Float32Array.from(points, (value, at) => (at % 3 === 0 ? value + shift : value));
}

const fetchNumbers = async (sha256: string): Promise<ArrayBuffer> =>
  (await asked(`/api/surfaces/${sha256}`)).arrayBuffer();

async function asked(address: string): Promise<Response> {
  const response = await fetchSignedIn(address);
  if (response.ok) return response;
  const { error } = (await response.json()) as { error?: string };
  throw new Error(error ?? `the server answers ${response.status}`);
}
