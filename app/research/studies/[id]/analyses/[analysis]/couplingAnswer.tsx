'use client';

import { useCallback } from 'react';
import { Choice } from '@/app/ui/field/choice';
import { formatProbability } from '@/app/ui/study/analysisWords';
import { FigureView } from '@/app/ui/study/figureView';
import type { FigureFrame } from '@/ml/figure/figure';
import { lineFigure } from '@/ml/figure/lineFigure';
import { raincloudFigure } from '@/ml/figure/raincloudFigure';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import brain from './brainAnswer.module.css';
import { CouplingTables } from './couplingTables';
import { couplingFinding } from './finding';
import { participantMeans } from './participantMeans';
import story from './regionStory.module.css';
import type { CouplingReport, ScaleCoupling } from './resultsByKind';

interface CouplingAnswerProps {
  report: CouplingReport;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** Which sounds go with what people felt: one scale of ratings at a time. */
export function CouplingAnswer({ report, state, onChange }: CouplingAnswerProps) {
  const scale = report.scales.find((each) => each.scale === state.scale) ?? report.scales[0];
  return (
    <>
      <p className={brain.finding}>{couplingFinding(scale)}</p>
      {report.scales.length > 1 && (
        <Choice
          label="Rating"
          value={scale.scale}
          options={report.scales.map(({ scale: name }) => ({ value: name, name }))}
          onChange={(name) => onChange({ scale: name })}
        />
      )}
      <div className={story.pair}>
        <Clouds scale={scale} features={report.features} />
        <LagCurves scale={scale} report={report} />
      </div>
      <CouplingTables scale={scale} />
    </>
  );
}

function Clouds({ scale, features }: { scale: ScaleCoupling; features: readonly string[] }) {
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      raincloudFigure({
        ...frame,
        ...{
          title: `How features go with ${scale.scale}, a dot a participant`,
          xLabel: 'Fisher z at the best lag',
        },
        groups: features.map((name) => {
          const tested = scale.surrogates[name] as ScaleCoupling['surrogates'][string] | undefined;
          return {
            name,
            values: participantMeans(scale.best, name),
            note: tested ? formatProbability(tested.p) : null,
          };
        }),
      }),
    [scale, features],
  );
  return (
    <FigureView
      draw={draw}
      fileName={`${scale.scale}-features`}
      caption="Largest correlation over lags, mean over pieces; p against surrogates that take the same maximum"
    />
  );
}

function LagCurves({ scale, report }: { scale: ScaleCoupling; report: CouplingReport }) {
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      lineFigure({
        ...frame,
        ...{ title: `Correlation with ${scale.scale} by lag`, height: 280 },
        ...{ xLabel: 'rating after the sound (s)', yLabel: 'mean r', x: report.lagsSeconds },
        lines: report.features.map((name) => ({ name, values: scale.lagCurves[name] ?? [] })),
      }),
    [scale, report],
  );
  return (
    <FigureView
      draw={draw}
      fileName={`${scale.scale}-lags`}
      caption="Mean over participants and pieces at each lag"
    />
  );
}
