'use client';

import type { ChangeKind } from '@/app/ui/changeKind';
import { Choice } from '@/app/ui/field/choice';
import { Disclosure } from '@/app/ui/field/disclosure';
import { NumberInput } from '@/app/ui/field/numberInput';
import { ShareSlider } from '@/app/ui/field/shareSlider';
import styles from './compareSettings.module.css';
import { defaultSectionSeconds, longestSeconds, type DrawState } from './drawUrl';
import { lengthOf } from './trajectoryQuery';

const scopes = [
  { value: 'track', name: 'Whole tracks' },
  { value: 'section', name: 'Sections' },
] as const;

const lengths = [
  { value: 'exact', name: 'Exactly so' },
  { value: 'near', name: 'About as long' },
  { value: 'free', name: 'Half to twice' },
] as const;

/** No whole track is exactly as long as what is drawn. */
const trackLengths = lengths.slice(1);

const modes = [
  { value: 'auto', name: 'Automatic' },
  { value: 'level', name: 'Level' },
  { value: 'shape', name: 'Shape' },
  { value: 'blend', name: 'Both' },
] as const;

interface CompareSettingsProps {
  state: DrawState;
  onChange: (part: Partial<DrawState>, kind?: ChangeKind) => void;
}

/** What is compared with the drawing, and how. */
export function CompareSettings({ state, onChange: set }: CompareSettingsProps) {
  const setScope = (scope: DrawState['scope']) =>
    set({
      scope,
      durationSeconds:
        scope === 'section' ? (state.durationSeconds ?? defaultSectionSeconds) : state.durationSeconds,
    });
  const setDuration = (seconds: number) => {
    if (Number.isFinite(seconds)) set({ durationSeconds: seconds });
    else if (state.scope === 'track') set({ durationSeconds: null });
  };
  return (
    <div className={styles.settings}>
      <div className={styles.row}>
        <Choice label="Search in" value={state.scope} options={scopes} onChange={setScope} />
        <NumberInput
          label={state.scope === 'section' ? 'Length of the section' : 'Length of the drawing'}
          unit="s"
          width="7.5rem"
          placeholder="any length"
          value={state.durationSeconds ?? NaN}
          min={1}
          max={longestSeconds}
          format={{ maximumFractionDigits: 1 }}
          onChange={setDuration}
        />
        <Choice label="Compare by" value={state.mode} options={modes} onChange={(mode) => set({ mode })} />
      </div>
      {state.mode === 'blend' && (
        <ShareSlider
          label="Share of the shape"
          ends={['level', 'shape']}
          value={state.blend}
          onChange={(blend) => set({ blend }, 'glide')}
          onChangeEnd={(blend) => set({ blend })}
        />
      )}
      <Disclosure title="More">
        {state.durationSeconds !== null && (
          <div className={styles.length}>
            <Choice
              label="How long matches may be"
              value={lengthOf(state)}
              options={state.scope === 'track' ? trackLengths : lengths}
              onChange={(length) => set({ length })}
            />
          </div>
        )}
        <div className={styles.band}>
          <ShareSlider
            label="How far time may bend"
            value={state.band}
            max={0.5}
            onChange={(band) => set({ band }, 'glide')}
            onChangeEnd={(band) => set({ band })}
          />
          <p>
            A match may be early or late by this part of the whole. At 0 % it must keep time exactly; 10 % is
            usual.
          </p>
        </div>
      </Disclosure>
    </div>
  );
}
