import type { EncodingReport } from '@/ml/encoding/encodingReport';
import { numberCell, numeric, text } from './cells';
import { fileName } from './fileName';
import type { ReportTable } from './reportTable';

/** What was measured and what was predicted of it, sample by sample, a table a piece. */
export function timeCourseTables(report: EncodingReport): ReportTable[] {
  const { pieces, targets, hopSeconds, predicted, measured } = report;
  return pieces.map(({ name, samples }, piece) => ({
    name: fileName('time-course', name),
    caption: `${name}: measured and predicted, mean over participants`,
    columns: [
      text('seconds'),
      ...targets.flatMap((target) => [
        numeric(`${target.name} measured`),
        numeric(`${target.name} predicted`),
      ]),
    ],
    rows: Array.from({ length: samples }, (_, sample) => ({
      cells: [
        String(Number(((sample + 0.5) * hopSeconds).toPrecision(8))),
        ...targets.flatMap((_, target) => [
          numberCell(measured[piece]?.[target]?.[sample]),
          numberCell(predicted[piece]?.[target]?.[sample]),
        ]),
      ],
    })),
  }));
}
