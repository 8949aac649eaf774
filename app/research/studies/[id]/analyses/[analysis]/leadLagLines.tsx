'use client';

import { useCallback } from 'react';
import { FigureView } from '@/app/ui/study/figureView';
import type { LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import type { FigureFrame } from '@/ml/figure/figure';
import { lineFigure } from '@/ml/figure/lineFigure';
import { alpha } from './mapValues';
import story from './regionStory.module.css';

interface LeadLagLinesProps {
  reports: readonly LeadLagReport[];
  region: string;
}

/** A region's scores over lags, one figure a direction. */
export function LeadLagLines({ reports, region }: LeadLagLinesProps) {
  return (
    <section className={story.story} aria-labelledby="region-title">
      <div className={story.head}>
        <h2 id="region-title">{region}</h2>
        <p className={story.facts}>
          What blood shows is about 5 s late: a rating that follows a region by less than that does not say
          that the brain led.
        </p>
      </div>
      <div className={story.pair}>
        {reports.map((report) => (
          <DirectionLines key={report.direction} report={report} region={region} />
        ))}
      </div>
    </section>
  );
}

const words = {
  'ratings to brain': { title: 'From ratings to the brain', caption: 'Ratings predict the region' },
  'brain to ratings': { title: 'From the brain to ratings', caption: 'The region predicts ratings to come' },
};

function DirectionLines({ report, region }: { report: LeadLagReport; region: string }) {
  const { title, caption } = words[report.direction];
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) => linesOf(report, region, { ...frame, title }),
    [report, region, title],
  );
  return (
    <FigureView
      draw={draw}
      fileName={`${region}-${report.direction.replaceAll(' ', '-')}`}
      caption={`${caption}; dots where family-wise p < .05`}
    />
  );
}

function linesOf(
  { targets, lagsSeconds, curves }: LeadLagReport,
  region: string,
  frame: Pick<FigureFrame, 'width' | 'scheme' | 'title'>,
) {
  const at = targets.findIndex(({ name }) => name === region);
  return lineFigure({
    ...{ ...frame, height: 300, xLabel: 'lag (s)', yLabel: 'held-out score', x: lagsSeconds },
    lines: curves.map(({ scale, over, tested }) => ({
      name: over.length > 0 ? `${scale} over ${over.join(', ')}` : scale,
      values: tested.observed.map((row) => row[at]),
      significant: tested.pFamily?.map((row) => row[at] < alpha),
    })),
  });
}
