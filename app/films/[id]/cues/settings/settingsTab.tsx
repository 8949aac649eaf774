'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { Choice } from '@/app/ui/field/choice';
import { NumberInput } from '@/app/ui/field/numberInput';
import { TextInput } from '@/app/ui/field/textInput';
import { TickBox } from '@/app/ui/field/tickBox';
import { nearestFrame, secondsOf } from '@/ml/timeCode/gridSeconds';
import { TimeCodeField } from '../../board/time/timeCodeField';
import { changeCue } from '../../project/changeCue';
import type { FilmBench } from '../../project/filmBench';
import type { CueSection, FilmCue } from '@/app/ui/film/filmProject';
import { trimCue } from './cuePlaces';
import styles from './settingsTab.module.css';

const tolerances = [
  { value: '0', name: '0' },
  { value: '0.5', name: '½ s' },
  { value: '1', name: '1 s' },
  { value: '2', name: '2 s' },
] as const;

const modes = [
  { value: 'level', name: 'Level' },
  { value: 'shape', name: 'Shape' },
  { value: 'both', name: 'Both' },
] as const;

interface SettingsTabProps {
  bench: FilmBench;
  cue: FilmCue;
}

/** What a cue is: its name and place, how music is compared with it, its fades. */
export function SettingsTab({ bench, cue }: SettingsTabProps) {
  const { film } = bench.project;
  const set = (part: Partial<FilmCue>) =>
    bench.edit((project) => changeCue(project, cue.id, (before) => ({ ...before, ...part })));
  const trim = (to: { edge: 'in' | 'out'; frame: number }) =>
    bench.edit((project) => trimCue(project, cue.id, to));
  const remove = () =>
    bench.edit((project) => ({ ...project, cues: project.cues.filter(({ id }) => id !== cue.id) }));
  return (
    <section className={styles.settings} aria-label="The cue">
      <div className={styles.row}>
        <NameInput key={cue.name} label="Name" name={cue.name} onDone={(name) => set({ name })} />
        <TimeCodeField
          label="In"
          film={film}
          frame={cue.inFrame}
          onChange={(frame) => trim({ edge: 'in', frame })}
        />
        <TimeCodeField
          label="Out (its last frame)"
          film={film}
          frame={cue.outFrame - 1}
          onChange={(frame) => trim({ edge: 'out', frame: frame + 1 })}
        />
      </div>
      <div className={styles.row}>
        <Choice
          label="Music may be early or late by"
          value={`${cue.toleranceSeconds}` as const}
          options={tolerances}
          onChange={(value) => set({ toleranceSeconds: Number(value) as FilmCue['toleranceSeconds'] })}
        />
        <Choice label="Compare by" value={cue.mode} options={modes} onChange={(mode) => set({ mode })} />
      </div>
      <Fades cue={cue} film={film} onChange={set} />
      {cue.chosen && <Gain chosen={cue.chosen} onChange={(chosen) => set({ chosen })} />}
      <div className={styles.row}>
        <NameInput
          key={`use ${cue.use}`}
          label="Use, as cue sheets tell it"
          name={cue.use}
          onDone={(use) => set({ use })}
        />
        <TickBox
          isSelected={cue.locked}
          onChange={(locked) => set({ locked: locked && cue.chosen !== null })}
        >
          {cue.chosen ? 'Keep this music when I choose for all' : 'Keep (choose music first)'}
        </TickBox>
        <Button size="small" kind="danger" onPress={remove}>
          Delete the cue
        </Button>
      </div>
    </section>
  );
}

/** A name that is taken when its field is left. */
function NameInput({ label, name, onDone }: { label: string; name: string; onDone: (name: string) => void }) {
  const [typed, setTyped] = useState(name);
  const done = () => {
    const trimmed = typed.trim();
    if (trimmed === '') setTyped(name);
    else if (trimmed !== name) onDone(trimmed);
  };
  return <TextInput label={label} width="11rem" value={typed} onChange={setTyped} onDone={done} />;
}

interface GainProps {
  chosen: CueSection;
  onChange: (chosen: CueSection) => void;
}

/** What programs are told to do to the music's level, beside the loudness that is asked for. */
function Gain({ chosen, onChange }: GainProps) {
  return (
    <NumberInput
      label="Gain of the music"
      unit="dB"
      min={-96}
      max={24}
      step={0.5}
      format={{ maximumFractionDigits: 1, signDisplay: 'exceptZero' }}
      value={chosen.gainDecibels}
      onChange={(gainDecibels) => Number.isFinite(gainDecibels) && onChange({ ...chosen, gainDecibels })}
    />
  );
}

interface FadesProps {
  cue: FilmCue;
  film: FilmBench['project']['film'];
  onChange: (part: Partial<FilmCue>) => void;
}

const units = [
  { value: 'frames', name: 'frames' },
  { value: 'seconds', name: 's' },
] as const;

function Fades({ cue, film, onChange }: FadesProps) {
  const [unit, setUnit] = useState<(typeof units)[number]['value']>('frames');
  const length = cue.outFrame - cue.inFrame;
  const shown = (frames: number) => (unit === 'frames' ? frames : secondsOf(frames, film.rate));
  const read = (value: number) => (unit === 'frames' ? Math.round(value) : nearestFrame(value, film.rate));
  const field = (label: string, frames: number, onFrames: (frames: number) => void) => (
    <NumberInput
      label={label}
      unit={unit === 'frames' ? 'f' : 's'}
      min={0}
      step={unit === 'frames' ? 1 : 0.1}
      format={{ maximumFractionDigits: 3 }}
      value={shown(frames)}
      onChange={(value) => Number.isFinite(value) && onFrames(read(value))}
    />
  );
  return (
    <div className={styles.row}>
      {field('Fade in', cue.fadeInFrames, (frames) =>
        onChange({ fadeInFrames: Math.min(frames, length - cue.fadeOutFrames) }),
      )}
      {field('Fade out', cue.fadeOutFrames, (frames) =>
        onChange({ fadeOutFrames: Math.min(frames, length - cue.fadeInFrames) }),
      )}
      <Choice label="Fades in" value={unit} options={units} onChange={setUnit} />
    </div>
  );
}
