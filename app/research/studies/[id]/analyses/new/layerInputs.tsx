'use client';

import { Select } from '@/app/ui/field/select';
import { TickBox } from '@/app/ui/field/tickBox';
import type { LayerGroup } from '@/app/ui/study/layerGroups';
import type { AnalysisSpec } from '@/app/ui/study/studyAnswers';
import { layersOf, mostLayers, withLayers } from './layerSpec';
import type { EncodingSpec } from './specByKind';
import styles from './specSettings.module.css';

interface LayerInputsProps {
  groups: readonly LayerGroup[];
  spec: EncodingSpec;
  /** The spaces as they are proposed where they are no layers. */
  plainSpaces: EncodingSpec['spaces'];
  onChange: (spec: AnalysisSpec) => void;
}

/** No network is called so: it would be one of no name. */
const none = ':';

/** Whether the spaces are layers of a network, and which of them, in the order of their depth. */
export function LayerInputs({ groups, spec, plainSpaces, onChange }: LayerInputsProps) {
  const group = layersOf(spec, groups);
  const taken = spec.spaces.map(({ series }) => series);
  const choose = (network: string) => {
    const next = groups.find((each) => each.network === network);
    const plain = { ...spec, spaces: plainSpaces, plan: { ...spec.plan, layers: undefined } };
    onChange(next ? withLayers(spec, next.layers) : plain);
  };
  const take = (layer: string, is: boolean) => {
    const next = group?.layers.filter((each) => (each === layer ? is : taken.includes(each))) ?? [];
    // Without any it were no longer known of which network.
    if (next.length > 0) onChange(withLayers(spec, next));
  };
  return (
    <>
      <Select
        label="Spaces"
        value={group?.network ?? none}
        options={[
          { value: none, name: 'features and ratings' },
          ...groups.map(({ network }) => ({ value: network, name: `layers of ${network}` })),
        ]}
        onChange={choose}
      />
      {group && (
        <fieldset className={styles.set}>
          <legend>{`Layers of ${group.network}, from the input to the output`}</legend>
          {group.layers.map((layer) => (
            <TickBox key={layer} isSelected={taken.includes(layer)} onChange={(is) => take(layer, is)}>
              {layer.slice(group.network.length + 1)}
            </TickBox>
          ))}
          {group.layers.length > mostLayers && (
            <p className={styles.note}>{`At most ${mostLayers} at a time.`}</p>
          )}
        </fieldset>
      )}
    </>
  );
}
