import type { BrainScene } from '@/ml/brain/scene/sceneNode';
import { saveFile } from '../saveFile';
import { blobOf, pictureOf } from './saveDrawing';
import type { TurningSurface } from './turningSurface';

/** Saves the surface as it is turned now with its bar of colours below, as NAME.png. */
export async function saveSurface(surface: TurningSurface, bar: BrainScene, name: string): Promise<void> {
  const below = await pictureOf(bar);
  const drawn = surface.drawn();
  const canvas = document.createElement('canvas');
  const ratio = drawn.width / drawn.clientWidth;
  canvas.width = drawn.width;
  canvas.height = drawn.height + Math.round(bar.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser paints no pictures');
  context.fillStyle = bar.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawn, 0, 0);
  const left = (canvas.width - bar.width * ratio) / 2;
  context.drawImage(below, left, drawn.height, bar.width * ratio, bar.height * ratio);
  saveFile(await blobOf(canvas), `${name}.png`);
}
