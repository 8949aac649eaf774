import type { BrainScene } from '@/ml/brain/scene/sceneNode';
import { sceneToSvg } from '@/ml/brain/scene/sceneToSvg';
import { saveFile } from '../saveFile';

/** Pixels of a picture for each pixel of the page. */
const pixelRatio = 2;

/** Saves the drawing as it is seen, as NAME.svg. */
export function saveAsSvg(scene: BrainScene, name: string): void {
  saveFile(svgBlob(scene), `${name}.svg`);
}

/** Saves the drawing as it is seen, as NAME.png of twice its size, painted from the very SVG. Rejects where a browser cannot. */
export async function saveAsPng(scene: BrainScene, name: string): Promise<void> {
  saveFile(await pngOf(scene), `${name}.png`);
}

const svgBlob = (scene: BrainScene): Blob => new Blob([sceneToSvg(scene)], { type: 'image/svg+xml' });

async function pngOf(scene: BrainScene): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = scene.width * pixelRatio;
  canvas.height = scene.height * pixelRatio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser paints no pictures: save the drawing as SVG instead');
  context.drawImage(await pictureOf(scene), 0, 0, canvas.width, canvas.height);
  return blobOf(canvas);
}

/** The drawing as a picture that a canvas takes. */
export async function pictureOf(scene: BrainScene): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(svgBlob(scene));
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return picture;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The picture on a canvas as a PNG file. */
export function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture is too large for this browser: save the drawing as SVG instead'));
    }, 'image/png');
  });
}
