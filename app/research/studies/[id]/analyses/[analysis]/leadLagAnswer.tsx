'use client';

import { ThresholdControl } from '@/app/ui/brain/thresholdControl';
import { useBrainScale } from '@/app/ui/brain/useBrainScale';
import { Select } from '@/app/ui/field/select';
import type { BrainValue } from '@/ml/brain/brainValue';
import type { LeadLagCurve, LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import type { AnalysisState, ChangeAnalysis } from './analysisUrl';
import styles from './brainAnswer.module.css';
import { BrainView, ViewChoice } from './brainView';
import { curveId, curveName, leadLagFindings, peakOf } from './leadLagFinding';
import { LeadLagLines } from './leadLagLines';
import tools from './mapTools.module.css';
import { alpha } from './mapValues';

interface LeadLagAnswerProps {
  /** One a direction. */
  reports: readonly LeadLagReport[];
  analysisId: number;
  state: AnalysisState;
  onChange: ChangeAnalysis;
}

/** Who leads: each scale in each direction, its map at the best lag, and a region's curves over lags. */
export function LeadLagAnswer({ reports, analysisId, state, onChange }: LeadLagAnswerProps) {
  const all = reports.flatMap((report) => report.curves.map((curve) => ({ report, curve })));
  const chosen = all.find(({ report, curve }) => curveId(report, curve) === state.map) ?? all[0];
  const { report, curve } = chosen;
  const values = peakValues(report, curve);
  const scale = useBrainScale(values, { floor: state.floor ?? 0 });
  const best = values.reduce((most, each) => ((each.value ?? 0) > (most.value ?? 0) ? each : most));
  const picked = report.targets.find(({ name }) => name === state.region)?.name ?? best.target.name;
  return (
    <>
      <dl className={styles.findings} aria-label="What was found">
        {reports.flatMap(leadLagFindings).map(({ name, words, found }) => (
          <div key={name} data-found={found || undefined}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <section className={styles.map} aria-label="Map of the brain">
        <div className={tools.tools}>
          <Select
            label="Map"
            value={curveId(report, curve)}
            options={all.map((each) => ({
              value: curveId(each.report, each.curve),
              name: curveName(each.report, each.curve),
            }))}
            onChange={(map) => onChange({ map, floor: null })}
          />
          <ViewChoice view={state.view} onChange={onChange} />
          <ThresholdControl
            value={scale.floor}
            limit={scale.limit}
            onChange={(floor) => onChange({ floor }, 'glide')}
          />
        </div>
        <BrainView
          view={state.view}
          values={values}
          scale={scale}
          measure="mean held-out score at the best lag"
          significance={curve.tested.pFamily ? 'p < .05, family-wise' : null}
          picked={picked}
          onPick={(region) => onChange({ region })}
          fileName={`analysis-${analysisId}-leads`}
        />
      </section>
      <LeadLagLines reports={reports} region={picked} />
    </>
  );
}

/** The highest score over lags of every region; significant where any lag is. */
function peakValues({ targets }: LeadLagReport, { tested }: LeadLagCurve): BrainValue[] {
  return targets.map((target, index) => ({
    target,
    value: tested.observed[peakOf(tested.observed, index)][index],
    significant: tested.pFamily?.some((row) => row[index] < alpha) ?? false,
  }));
}
