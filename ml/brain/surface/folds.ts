/**
 * How deep each vertex of a folded surface lies in a fold, -1 (crown of a gyrus) to 1 (floor of a sulcus): the mean
 * curvature as the umbrella operator gives it (Taubin 1995), that is how far the mean of its neighbours lies outside
 * along the normal, smoothed over neighbours twice and divided by its 90th percentile.
 *
 * @param points [vertices, 3]
 * @param triangles [triangles, 3], counter-clockwise from outside
 */
export function folds(points: Float32Array, triangles: Uint32Array): Float32Array {
  const neighbours = neighboursOf(points.length / 3, triangles);
  const normals = normalsOf(points, triangles);
  const bend = neighbours.map((around, vertex) => {
    let sum = 0;
    for (const other of around)
      for (let axis = 0; axis < 3; axis += 1)
        sum += (points[3 * other + axis] - points[3 * vertex + axis]) * normals[3 * vertex + axis];
    return around.length === 0 ? 0 : sum / around.length;
  });
  const smooth = smoothed(smoothed(bend, neighbours), neighbours);
  const sizes = smooth.map(Math.abs).sort((a, b) => a - b);
  const typical = sizes[Math.floor(0.9 * (sizes.length - 1))] || 1;
  return Float32Array.from(smooth, (each) => Math.min(1, Math.max(-1, each / typical)));
}

function neighboursOf(vertices: number, triangles: Uint32Array): number[][] {
  const sets = Array.from({ length: vertices }, () => new Set<number>());
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [triangles[at], triangles[at + 1], triangles[at + 2]];
    sets[a].add(b).add(c);
    sets[b].add(a).add(c);
    sets[c].add(a).add(b);
  }
  return sets.map((set) => [...set]);
}

/** The normal of each vertex: of its triangles by their areas, length 1. */
function normalsOf(points: Float32Array, triangles: Uint32Array): Float32Array {
  const normals = new Float32Array(points.length);
  for (let at = 0; at < triangles.length; at += 3) {
    const corners = [triangles[at], triangles[at + 1], triangles[at + 2]];
    const normal = crossOfEdges(points, corners);
    for (const vertex of corners)
      for (let axis = 0; axis < 3; axis += 1) normals[3 * vertex + axis] += normal[axis];
  }
  for (let at = 0; at < normals.length; at += 3) {
    const size = Math.hypot(normals[at], normals[at + 1], normals[at + 2]) || 1;
    for (let axis = 0; axis < 3; axis += 1) normals[at + axis] /= size;
  }
  return normals;
}

function crossOfEdges(points: Float32Array, [a, b, c]: number[]): [number, number, number] {
  const edge = (to: number) => [0, 1, 2].map((axis) => points[3 * to + axis] - points[3 * a + axis]);
  const [u, v] = [edge(b), edge(c)];
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
}

const smoothed = (values: number[], neighbours: number[][]): number[] =>
  values.map((value, vertex) => {
    const around = neighbours[vertex];
    return around.reduce((sum, other) => sum + values[other], value) / (around.length + 1);
  });
