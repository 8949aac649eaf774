'use client';

import { useCallback, useMemo } from 'react';
import type { EegRecording, EegTrial } from '@/app/ui/eeg/eegAnswers';
import { useTrackItem } from '@/app/ui/eeg/useTrackItem';
import { withOrigin } from '@/app/ui/eeg/withOrigin';
import { formatClock } from '@/app/ui/format';
import { fewestElectrodes, HeadMaps } from '@/app/ui/head/headMaps';
import { differenceScaling, rangeScaling } from '@/app/ui/head/headScaling';
import { FigureView } from '@/app/ui/study/figureView';
import panel from '@/app/ui/study/panel.module.css';
import { PlotSurface } from '@/app/ui/study/plotSurface';
import { useMoment, type Moment } from '@/app/ui/study/useMoment';
import type { FigureFrame } from '@/ml/figure/figure';
import { lineFigure } from '@/ml/figure/lineFigure';
import { bandTitle, entropyMeasure } from './entropyWords';
import styles from './overTime.module.css';
import { headMeans, nearestWindow, type TrialCourse } from './trialCourse';

interface CourseViewProps {
  course: TrialCourse;
  bands: NonNullable<EegRecording['report']>['plan']['bands'];
  trial: EegTrial | null;
  /** Whether values are differences from the mean. */
  isChange: boolean;
  participant: string;
  /** Whether its listener is made up. */
  simulated: boolean;
}

const changeMeasure = 'change of differential entropy from its mean (nats)';

/** The head at the moment that is heard, and the course of each band with that moment on it. */
export function CourseView({ course, bands, trial, isChange, participant, simulated }: CourseViewProps) {
  const moment = useMoment(useTrackItem(trial?.trackId ?? null));
  const window = nearestWindow(course.seconds, moment.seconds);
  const scaling = useMemo(() => {
    const all = course.values.flat(2);
    return isChange ? differenceScaling(all) : rangeScaling(all);
  }, [course, isChange]);
  const maps = useMemo(
    () => bands.map((band, index) => ({ title: bandTitle(band), values: course.values[index][window] })),
    [bands, course, window],
  );
  const name = `${participant}-${trial?.name ?? 'recording'}`;
  return (
    <div className={styles.stack}>
      {course.electrodes.length < fewestElectrodes ? (
        <p className={panel.note}>Fewer than {fewestElectrodes} channels have a place on the head.</p>
      ) : (
        <HeadMaps
          electrodes={course.electrodes}
          maps={maps}
          scaling={scaling}
          measure={withOrigin(isChange ? changeMeasure : entropyMeasure, simulated)}
          fileName={`${name}-${formatClock(course.seconds[window]).replace(':', '-')}`}
          caption={captionOf(course, window)}
        />
      )}
      <BandLines {...{ course, bands, isChange, simulated, name, moment }} />
    </div>
  );
}

function captionOf({ seconds, rejected }: TrialCourse, window: number): string {
  const artefacts = rejected[window] ? '; artefacts were in it' : '';
  return `The window around ${formatClock(seconds[window])}${artefacts}; one scale for all windows and bands`;
}

interface BandLinesProps extends Pick<CourseViewProps, 'course' | 'bands' | 'isChange' | 'simulated'> {
  name: string;
  moment: Moment;
}

function BandLines({ course, bands, isChange, simulated, name, moment }: BandLinesProps) {
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) => {
      const means = headMeans(course);
      return lineFigure({
        ...{ ...frame, height: 260, x: course.seconds },
        title: `${isChange ? 'Change of entropy' : 'Entropy'} by band over time, ${name}`,
        xLabel: withOrigin('time (s)', simulated),
        yLabel: isChange ? 'change (nats)' : 'entropy (nats)',
        lines: bands.map((band, index) => ({ name: band.name, values: means[index] })),
      });
    },
    [course, bands, isChange, simulated, name],
  );
  const [from, to] = [course.seconds[0], course.seconds[course.seconds.length - 1]];
  return (
    <FigureView
      draw={draw}
      fileName={`${name}-bands`}
      caption="The mean over the electrodes, at the middle of each window; gaps where artefacts were"
    >
      {(figure) => (
        <PlotSurface
          figure={figure}
          label="Moment of the recording"
          fromSeconds={from}
          toSeconds={to}
          now={Math.min(to, Math.max(from, moment.seconds))}
          marked
          onSeek={moment.goTo}
          onPress={moment.toggle}
        />
      )}
    </FigureView>
  );
}
