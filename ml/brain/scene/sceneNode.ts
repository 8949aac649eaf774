/**
 * One element of a drawing, as both a page and a file write it: the element's name, its attributes by the names React
 * gives them (strokeWidth; data- names stay), and what it holds.
 */
export interface SceneNode {
  tag: 'g' | 'path' | 'circle' | 'rect' | 'line' | 'text' | 'clipPath' | 'linearGradient' | 'stop' | 'title';
  attributes: Record<string, string | number>;
  children: readonly SceneNode[];
  text?: string;
}

/** A drawing of fixed size in CSS pixels. */
export interface BrainScene {
  width: number;
  height: number;
  /** What it shows, in a sentence, for those who cannot see it. */
  title: string;
  background: string;
  nodes: readonly SceneNode[];
  /** The names of targets that lie nowhere in these views. */
  undrawn: readonly string[];
}

/** The attribute that says which target a shape stands for. */
export const regionAttribute = 'data-region';

export function node(
  tag: SceneNode['tag'],
  attributes: SceneNode['attributes'],
  children: readonly SceneNode[] = [],
): SceneNode {
  return { tag, attributes, children };
}

export function textNode(text: string, attributes: SceneNode['attributes']): SceneNode {
  return { tag: 'text', attributes, children: [], text };
}

/** The faces a drawing is written in: none that a reader's machine lacks is needed. */
export const sceneFont = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
