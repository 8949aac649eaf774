'use client';

import { IconButton } from '@/app/ui/button';
import { dimensionWords } from '@/app/ui/dimensionWords';
import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { NumberInput } from '@/app/ui/field/numberInput';
import { Select } from '@/app/ui/field/select';
import { dimensions } from '@/ml/affect/dimension';
import type { TrialDraft } from './trialDraft';

interface TrialRowProps {
  /** Its place in the table, from 1. */
  number: number;
  draft: TrialDraft;
  tracks: EegStudy['tracks'];
  onChange: (part: Partial<TrialDraft>) => void;
  onRemove: () => void;
}

/** Stands for none of the tracks: no track is called so, as names are not empty. */
const none = '';
const width = '5.5rem';

/** A trial to be typed: what was heard, when, and what its listener said of it. */
export function TrialRow({ number, draft, tracks, onChange, onRemove }: TrialRowProps) {
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>
        <Select
          label={`Heard in trial ${number}`}
          hideLabel
          value={draft.track ?? none}
          options={[
            { value: none, name: 'None of the tracks' },
            ...tracks.map(({ name }) => ({ value: name, name })),
          ]}
          onChange={(track) =>
            onChange(track === none ? { track: null, name: `trial ${number}` } : { track, name: track })
          }
        />
      </td>
      <td>
        <NumberInput
          label={`Beginning of trial ${number} in seconds`}
          hideLabel
          value={draft.startSeconds}
          min={0}
          width={width}
          onChange={(startSeconds) => onChange({ startSeconds })}
        />
      </td>
      <td>
        <NumberInput
          label={`Length of trial ${number} in seconds`}
          hideLabel
          placeholder="as track"
          value={draft.durationSeconds}
          min={0.5}
          width={width}
          onChange={(durationSeconds) => onChange({ durationSeconds })}
        />
      </td>
      {dimensions.map((dimension) => (
        <td key={dimension}>
          <NumberInput
            label={`Own ${dimensionWords[dimension].title.toLowerCase()} in trial ${number}, 1 to 9`}
            hideLabel
            placeholder="1 to 9"
            value={draft[dimension]}
            min={1}
            max={9}
            width={width}
            onChange={(rating) => onChange({ [dimension]: rating })}
          />
        </td>
      ))}
      <td>
        <IconButton icon="close" size="small" aria-label={`Remove trial ${number}`} onPress={onRemove} />
      </td>
    </tr>
  );
}
