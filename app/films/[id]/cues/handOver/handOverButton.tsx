'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { ModalDialog } from '@/app/ui/dialog/modalDialog';
import { Choice } from '@/app/ui/field/choice';
import { TextInput } from '@/app/ui/field/textInput';
import { TickBox } from '@/app/ui/field/tickBox';
import type { FilmBench } from '../../project/filmBench';
import { allChoices, folderFault, type HandOverChoices, handOverFormats } from './handOverChoices';
import { Rendering } from './rendering';
import styles from './handOver.module.css';

/** Hands a film's music over to an editing program. */
export function HandOverButton({ bench }: { bench: FilmBench }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setIsOpen(true)}>
        Hand over
      </Button>
      <ModalDialog title="Hand over to an editing program" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <HandOver bench={bench} />
      </ModalDialog>
    </>
  );
}

const sounds = [
  { value: 'wav', name: 'WAV, 24 bits' },
  { value: 'flac', name: 'FLAC' },
  { value: 'none', name: 'None' },
] as const;

const targets = [
  { value: 'none', name: 'As it is' },
  { value: '-23', name: '−23 LUFS' },
  { value: '-16', name: '−16 LUFS' },
  { value: '-14', name: '−14 LUFS' },
] as const;

function HandOver({ bench }: { bench: FilmBench }) {
  const [choices, setChoices] = useState(allChoices);
  const set = (part: Partial<HandOverChoices>) => setChoices((before) => ({ ...before, ...part }));
  const { cues, markers, loudnessTargetLufs } = bench.project;
  const filled = cues.filter(({ chosen }) => chosen).length;
  return (
    <>
      <p className={styles.note}>
        One ZIP of timelines, the music as sound files, a cue sheet, and how each program takes it.{' '}
        {filled === 0
          ? `No cue has music yet: ${markers.length > 0 ? 'only the markers go out.' : 'there is nothing to hand over.'}`
          : `${filled} of ${cues.length} cues have music.`}
      </p>
      <fieldset className={styles.formats}>
        <legend>Formats</legend>
        {handOverFormats.map(({ format, name, about }) => (
          <div key={format}>
            <TickBox
              isSelected={choices.formats.includes(format)}
              onChange={(isWanted) =>
                set({
                  formats: handOverFormats
                    .map((each) => each.format)
                    .filter((each) => (each === format ? isWanted : choices.formats.includes(each))),
                })
              }
            >
              {name}
            </TickBox>
            <p className={styles.about}>{about}</p>
          </div>
        ))}
      </fieldset>
      <div className={styles.row}>
        <Choice label="Sounds" value={choices.audio} options={sounds} onChange={(audio) => set({ audio })} />
        <Choice
          label="Loudness"
          value={loudnessTargetLufs === null ? 'none' : (`${loudnessTargetLufs}` as const)}
          options={targets}
          onChange={(value) =>
            bench.edit((project) => ({
              ...project,
              loudnessTargetLufs: value === 'none' ? null : (Number(value) as -23 | -16 | -14),
            }))
          }
        />
      </div>
      {choices.audio === 'none' && (
        <p className={styles.about}>
          Timelines alone: they look for the folder Media of an earlier hand-over with the same music.
        </p>
      )}
      <div className={styles.row}>
        <TickBox isSelected={choices.burnFades} onChange={(burnFades) => set({ burnFades })}>
          Fades in the sound itself (without handles)
        </TickBox>
        <TickBox isSelected={choices.alternates} onChange={(alternates) => set({ alternates })}>
          Alternates, on muted tracks
        </TickBox>
      </div>
      <FolderInput bench={bench} />
      <Rendering bench={bench} choices={choices} />
    </>
  );
}

/** Where what is handed over will lie, for programs that want whole paths. */
function FolderInput({ bench }: { bench: FilmBench }) {
  const [typed, setTyped] = useState(bench.project.folder ?? '');
  const path = typed.trim();
  const fault = folderFault(path);
  return (
    <div>
      <TextInput
        label="This folder will lie at (for programs that want whole paths; may be left empty)"
        placeholder="/Volumes/Film/Music"
        value={typed}
        onChange={setTyped}
        onDone={() =>
          fault === null &&
          bench.edit((project) =>
            path === (project.folder ?? '') ? project : { ...project, folder: path || null },
          )
        }
      />
      {fault !== null && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
