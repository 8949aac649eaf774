import type { ScoreTable } from '@/ml/encoding/encodingReport';
import type { Target } from '@/ml/encoding/preparedStudy';
import { numberCell, numeric, text } from './cells';
import type { ReportTable } from './reportTable';

/** One number a participant and region, in rows of participants. */
export function scoreTable(
  table: ScoreTable,
  who: { participants: readonly string[]; targets: readonly Target[] },
  words: { name: string; caption: string },
): ReportTable {
  return {
    ...words,
    columns: [text('participant'), ...who.targets.map(({ name }) => numeric(name))],
    rows: who.participants.map((participant, person) => ({
      cells: [participant, ...who.targets.map((_, target) => numberCell(table[person]?.[target]))],
    })),
  };
}
