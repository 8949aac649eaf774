'use client';

import { useEffect, useRef, useState } from 'react';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { Button } from '@/app/ui/button';
import { pointOfWord, russellWords, type RussellWord } from '@/app/ui/emotionField/russellWords';
import { Select } from '@/app/ui/field/select';
import { ShareSlider } from '@/app/ui/field/shareSlider';
import { addPoint } from '@/app/ui/trajectory/keyPoints';
import type { TrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import type { Board } from '../useBoard';
import styles from './curvePanel.module.css';

const options = russellWords.map((word) => ({ value: word, name: word }));

interface WordSettingProps {
  board: Board;
  editor: TrajectoryEditor;
  /** How often a key of the page led here. */
  asked: number;
}

/** A key point at the frame that is shown, by a word and how strong it is. */
export function WordSetting({ board, editor, asked }: WordSettingProps) {
  const { transport, film, lengthSeconds } = board;
  const [word, setWord] = useState<RussellWord>('tense');
  const [strength, setStrength] = useState(0.6);
  const [told, setTold] = useState('');
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.querySelector('button')?.focus();
  }, [asked]);
  const set = () => {
    const t = secondsOf(transport.getState().frame, film.rate) / lengthSeconds;
    const index = addPoint(editor, { t, ...pointOfWord(word, strength) });
    setTold(index === null ? 'The curve has as many key points as it may have.' : `Set: ${word}.`);
  };
  return (
    <div className={styles.words}>
      <div ref={field}>
        <Select label="Word" value={word} options={options} onChange={setWord} />
      </div>
      <ShareSlider label="How strong" min={0.1} value={strength} onChange={setStrength} />
      <Button aria-label="Set at the playhead" onPress={set}>
        Set
      </Button>
      <p className="heard" role="status">
        {told}
      </p>
    </div>
  );
}
