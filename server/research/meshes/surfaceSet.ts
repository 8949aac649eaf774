import { z } from 'zod';

export const hemispheres = ['left', 'right'] as const;
const surfaceKinds = ['pial', 'white', 'inflated'] as const;

/** What a set may be called: it becomes the name of a file. */
export const setName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/i, 'up to 40 letters, digits, dots and minus signs');

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const count = z.number().int().min(1);

/** A mesh, stored as little-endian float32 points [vertices, 3] in millimetres, then uint32 triangles [triangles, 3]. */
const storedSurface = z.object({
  kind: z.enum(surfaceKinds),
  hemisphere: z.enum(hemispheres),
  vertices: count,
  triangles: count,
  sha256,
});

/** The region of each vertex of a hemisphere, stored as little-endian uint16 places in `names`. */
const storedLabels = z.object({
  parcellation: z.string(),
  hemisphere: z.enum(hemispheres),
  vertices: count,
  /** The first is what belongs to no region. */
  names: z.array(z.string()),
  sha256,
});

/** Meshes of one subject or template with the parcellations of their vertices. */
export const surfaceSet = z.object({
  name: setName,
  surfaces: z.array(storedSurface),
  labels: z.array(storedLabels),
});

export type Hemisphere = (typeof hemispheres)[number];
export type SurfaceKind = (typeof surfaceKinds)[number];
export type StoredSurface = z.infer<typeof storedSurface>;
export type StoredLabels = z.infer<typeof storedLabels>;
export type SurfaceSet = z.infer<typeof surfaceSet>;

/** A mesh in memory. */
export interface Surface {
  /** [vertices, 3] millimetres */
  points: Float32Array;
  /** [triangles, 3] places of vertices */
  triangles: Uint32Array;
}

/** Regions of vertices in memory. */
export interface VertexLabels {
  /** [vertices] places in `names` */
  labels: Uint16Array;
  names: string[];
}
