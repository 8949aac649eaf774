import { eegModelRecord, type EegScore } from '../../eeg/model/eegModelRecord';
import { heldOutScores } from '../../eeg/model/heldOutScores';
import { percentWords, scoreOf, type HeadlineScore, type ScoreReader } from './headlineScore';

/** The scores that say most of people and music unknown to the model, beside chance. */
const heldOut = (measure: 'emotionMap' | 'accuracy', name: string): ScoreReader =>
  scoreOf(eegModelRecord, (record): HeadlineScore | null => {
    const told = heldOutScores(record);
    const scores = told.flatMap((each): EegScore[] => (each[measure] ? [each[measure]] : []));
    if (scores.length !== 2) return null;
    const chances = scores.flatMap(({ chance }) => chance ?? []);
    return {
      what: `${name}, ${told[0].leftOut}${record.simulated ? ', all of them simulated' : ''}`,
      values: scores.map(({ mean }) => percentWords(mean)),
      reference: chances.length === 2 ? { what: 'by chance', values: chances.map(percentWords) } : null,
    };
  });

/** Of EEG and music in one space. */
export const eegScores: ScoreReader[] = [
  heldOut('emotionMap', 'Music of the same emotion found by EEG, mean average precision'),
  heldOut('accuracy', 'Windows of EEG told rightly'),
];
