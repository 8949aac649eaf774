import { sceneFont, type BrainScene, type SceneNode } from './sceneNode';

/** The drawing as an SVG file of its own: every colour and measure is in it, and nothing is fetched. */
export function sceneToSvg(scene: Omit<BrainScene, 'undrawn'>): string {
  const { width, height, title, background, nodes } = scene;
  const open =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(sceneFont)}">`;
  const ground = `<rect width="${width}" height="${height}" fill="${background}"/>`;
  return `${open}<title>${escaped(title)}</title>${ground}${nodes.map(written).join('')}</svg>\n`;
}

function written({ tag, attributes, children, text }: SceneNode): string {
  const words = Object.entries(attributes).map(
    ([name, value]) => ` ${fileName(name)}="${escaped(String(value))}"`,
  );
  const inside = (text === undefined ? '' : escaped(text)) + children.map(written).join('');
  return inside === '' ? `<${tag}${words.join('')}/>` : `<${tag}${words.join('')}>${inside}</${tag}>`;
}

/** The names that SVG itself writes in camel case. */
const ownNames = new Set(['viewBox', 'clipPathUnits', 'gradientUnits']);

/** strokeWidth becomes stroke-width. */
const fileName = (name: string): string =>
  ownNames.has(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
