import type { Networks } from './studyAnswers';

/** Features of a study that are layers of one network, from its input on. */
export interface LayerGroup {
  network: string;
  layers: string[];
}

/**
 * The layers that a study has, by network: features that are called NETWORK:LAYER, at least two of them. In the order of
 * the network's graph where that is known here, else by their names, numbers in them counted as such.
 */
export function layerGroups(features: readonly string[], networks: Networks): LayerGroup[] {
  const byNetwork = new Map<string, string[]>();
  for (const name of new Set(features)) {
    const network = name.slice(0, Math.max(0, name.indexOf(':')));
    if (network !== '') byNetwork.set(network, [...(byNetwork.get(network) ?? []), name]);
  }
  return [...byNetwork]
    .filter(([, layers]) => layers.length > 1)
    .map(([network, layers]) => ({ network, layers: inOrder(layers, namesOf(network, networks)) }));
}

const namesOf = (network: string, networks: Networks): string[] =>
  networks.find((each) => each.network === network)?.layers.map(({ name }) => name) ?? [];

function inOrder(layers: readonly string[], known: readonly string[]): string[] {
  const byName = new Intl.Collator('en', { numeric: true });
  const place = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length);
  return [...layers].sort((one, other) => place(one) - place(other) || byName.compare(one, other));
}

/** So many of a list, evenly spread from the first to the last; all of a shorter one. */
export function evenlySpread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, at) => items[Math.round((at * (items.length - 1)) / (count - 1))]);
}
