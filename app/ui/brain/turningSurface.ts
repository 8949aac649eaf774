import type * as Library from '@niivue/niivue';
import type { Niivue, NVMesh } from '@niivue/niivue';
import type { ShownMesh } from './surfaceData';

/** Where one looks from: degrees around the head and above it. */
export interface ViewFrom {
  azimuth: number;
  elevation: number;
}

/** How near to a vertex a press must be, CSS pixels. */
const reachPixels = 8;

/**
 * Light from where one looks, a little from above, and weak: what faces the person has the very colour of the bar.
 * (GLSL for NiiVue's meshes: vClr and vN are colour and normal, and the person looks along +z.)
 */
const evenLight = `#version 300 es
precision highp int;
precision highp float;
uniform float opacity;
in vec4 vClr;
in vec3 vN;
out vec4 color;
void main() {
  float facing = max(dot(normalize(vN), normalize(vec3(0.0, 0.3, -1.0))), 0.0);
  color = vec4(vClr.rgb * min(1.0, 0.6 + 0.42 * facing), opacity);
}`;
/** NiiVue leaves room for what turns about the middle; a brain needs less of it. */
const enlargement = 1.08;

/** True where the browser can draw surfaces at all. */
export function hasGraphics(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/**
 * Surfaces in a canvas that the person turns, drawn by NiiVue with the very colours it is given: its own maps of
 * colours, legends, crosshair and loaders are not used, so that nothing is fetched and nothing covers the drawing.
 */
export class TurningSurface {
  private meshes: NVMesh[] = [];

  private constructor(
    private readonly library: typeof Library,
    private readonly viewer: Niivue,
    private readonly canvas: HTMLCanvasElement,
  ) {}

  /** Loads NiiVue and starts it on a canvas. Rejects where the browser has no WebGL 2. */
  static async open(canvas: HTMLCanvasElement, background: string): Promise<TurningSurface> {
    const library = await import('@niivue/niivue');
    const viewer = new library.Niivue({
      backColor: [...componentsOf(background), 1],
      show3Dcrosshair: false,
      isColorbar: false,
      isOrientCube: false,
      isOrientationTextVisible: false,
      dragAndDropEnabled: false,
      loadingText: '',
      logLevel: 'error',
      clipPlaneHotKey: '',
      viewModeHotKey: '',
    });
    await viewer.attachToCanvas(canvas, true);
    viewer.setSliceType(viewer.sliceTypeRender);
    viewer.setCustomMeshShader(evenLight, 'even light');
    viewer.setScale(enlargement);
    // NiiVue paints what is around its canvas black.
    canvas.parentElement?.style.removeProperty('background-color');
    return new TurningSurface(library, viewer, canvas);
  }

  /** Shows meshes in place of those before; `colours` has [vertices, 4] bytes for each. */
  show(meshes: readonly ShownMesh[], colours: readonly Uint8Array[]): void {
    for (const mesh of this.meshes) this.viewer.removeMesh(mesh);
    this.meshes = meshes.map(({ points, triangles, hemisphere }, index) => {
      const rgba = new Uint8Array(colours[index]);
      const mesh = new this.library.NVMesh(points, triangles, hemisphere, rgba, 1, true, this.viewer.gl);
      this.viewer.addMesh(mesh);
      this.viewer.setMeshShader(mesh.id, 'even light');
      return mesh;
    });
  }

  /** Paints the meshes that are shown anew. */
  paint(colours: readonly Uint8Array[]): void {
    this.meshes.forEach((mesh, index) => {
      mesh.rgba255 = new Uint8Array(colours[index]);
      mesh.updateMesh(this.viewer.gl);
    });
    this.viewer.drawScene();
  }

  setBackground(background: string): void {
    this.viewer.opts.backColor = [...componentsOf(background), 1];
    this.viewer.drawScene();
  }

  lookFrom({ azimuth, elevation }: ViewFrom): void {
    this.viewer.setRenderAzimuthElevation(azimuth, elevation);
  }

  /** The foremost vertex at a place of the canvas in CSS pixels; null beside the surface. */
  vertexAt(place: readonly [x: number, y: number]): { mesh: number; vertex: number } | null {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const { renderAzimuth, renderElevation } = this.viewer.scene;
    const box = [0, 0, this.canvas.width, this.canvas.height];
    const [matrix] = this.viewer.calculateMvpMatrix(null, box, renderAzimuth, renderElevation);
    let found: { mesh: number; vertex: number } | null = null;
    let depth = Infinity;
    this.meshes.forEach(({ pts }, mesh) => {
      for (let vertex = 0; 3 * vertex < pts.length; vertex += 1) {
        const [x, y, z] = projected(matrix, pts.subarray(3 * vertex, 3 * vertex + 3));
        const away = Math.hypot(((x + 1) / 2) * width - place[0], ((1 - y) / 2) * height - place[1]);
        if (away > reachPixels || z >= depth) continue;
        depth = z;
        found = { mesh, vertex };
      }
    });
    return found;
  }

  /** The canvas just drawn, before the browser clears it. */
  drawn(): HTMLCanvasElement {
    this.viewer.drawScene();
    return this.canvas;
  }

  close(): void {
    this.viewer.cleanup();
  }
}

/** A point by a column-major matrix, divided by its last component: -1..1 to the right and up, and in depth. */
function projected(matrix: ArrayLike<number>, point: ArrayLike<number>): number[] {
  const row = (at: number) =>
    matrix[at] * point[0] + matrix[at + 4] * point[1] + matrix[at + 8] * point[2] + matrix[at + 12];
  return [0, 1, 2].map((at) => row(at) / row(3));
}

/** Red, green and blue of #rrggbb, 0..1. */
const componentsOf = (hex: string): [number, number, number] => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return [red, green, blue];
};
