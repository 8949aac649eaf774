'use client';

import { IconButton } from '@/app/ui/button';
import { dimensionWords } from '@/app/ui/dimensionWords';
import { NumberInput } from '@/app/ui/field/numberInput';
import { TextInput } from '@/app/ui/field/textInput';
import { dimensions } from '@/ml/affect/dimension';
import type { TrackDraft } from './trackDraft';

interface TrackRowProps {
  draft: TrackDraft;
  onChange: (part: Partial<TrackDraft>) => void;
  onRemove: () => void;
}

/** A track to be typed: its name, and what raters said of it. */
export function TrackRow({ draft, onChange, onRemove }: TrackRowProps) {
  const { name } = draft;
  return (
    <tr>
      <td>
        <TextInput
          label={`Name of ${name}`}
          hideLabel
          width="14rem"
          value={name}
          onChange={(next) => onChange({ name: next })}
        />
      </td>
      {dimensions.map((dimension) => (
        <td key={dimension}>
          <NumberInput
            label={`Raters’ ${dimensionWords[dimension].title.toLowerCase()} of ${name}, 1 to 9`}
            hideLabel
            placeholder="1 to 9"
            value={draft[dimension]}
            min={1}
            max={9}
            onChange={(rating) => onChange({ [dimension]: rating })}
          />
        </td>
      ))}
      <td>
        <IconButton icon="close" size="small" aria-label={`Remove ${name}`} onPress={onRemove} />
      </td>
    </tr>
  );
}
