'use client';

import { Select } from '@/app/ui/field/select';
import { TickBox } from '@/app/ui/field/tickBox';
import type { NamedSeries } from './proposedSpec';
import type { SpaceSpec } from './specByKind';
import styles from './specSettings.module.css';

interface SpaceRowsProps {
  legend: string;
  series: readonly NamedSeries[];
  spaces: readonly SpaceSpec[];
  /** A space of a series that is ticked anew. */
  fresh: (series: NamedSeries) => SpaceSpec;
  onChange: (spaces: SpaceSpec[]) => void;
}

const changeNames: Record<SpaceSpec['change'], string> = {
  none: 'as it is',
  signed: 'change, with its sign',
  absolute: 'size of the change',
  euclidean: 'distance between frames',
  cosine: 'cosine distance between frames',
  principal: 'change of the first principal component',
};
const changes = Object.entries(changeNames).map(([value, name]) => ({
  value: value as SpaceSpec['change'],
  name,
}));

/** Features or ratings, each with how it is taken: as it is, or by which definition of its change. */
export function SpaceRows({ legend, series, spaces, fresh, onChange }: SpaceRowsProps) {
  const put = (name: string, space: SpaceSpec | null) =>
    onChange(
      series.flatMap((each) => {
        const now = each.name === name ? space : (spaces.find((other) => other.series === each.name) ?? null);
        return now ? [now] : [];
      }),
    );
  return (
    <fieldset className={styles.set}>
      <legend>{legend}</legend>
      {series.map((each) => {
        const space = spaces.find((other) => other.series === each.name);
        return (
          <div key={each.name} className={styles.row}>
            <TickBox
              isSelected={space !== undefined}
              onChange={(is) => put(each.name, is ? fresh(each) : null)}
            >
              {each.columns > 1 ? `${each.name} (${each.columns} columns)` : each.name}
            </TickBox>
            {space && (
              <Select
                label={`How ${each.name} is taken`}
                hideLabel
                value={space.change}
                options={changes}
                onChange={(change) => put(each.name, { ...space, change })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
