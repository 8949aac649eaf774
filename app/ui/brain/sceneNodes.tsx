import { createElement, type ReactElement } from 'react';
import type { SceneNode } from '@/ml/brain/scene/sceneNode';

/** The nodes of a drawing as elements of the page, attribute for attribute as a file has them. */
export function SceneNodes({ nodes }: { nodes: readonly SceneNode[] }): ReactElement {
  return <>{nodes.map((node, index) => sceneElement(node, index))}</>;
}

function sceneElement({ tag, attributes, children, text }: SceneNode, key: number): ReactElement {
  return createElement(tag, { ...attributes, key }, text, ...children.map(sceneElement));
}
