'use client';

import { Disclosure } from '@/app/ui/field/disclosure';
import type { LayerGroup } from '@/app/ui/study/layerGroups';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { CleaningInputs } from './cleaningInputs';
import { faultGroup, type SettingsGroup } from './faultGroup';
import { layersOf } from './layerSpec';
import { LayerInputs } from './layerInputs';
import { LagInputs } from './lagInputs';
import { LeadLagInputs } from './leadLagInputs';
import { ModelInputs } from './modelInputs';
import { NullInputs } from './nullInputs';
import { PieceInputs } from './pieceInputs';
import { ScaleInputs } from './scaleInputs';
import { SpaceInputs } from './spaceInputs';
import type { SpaceSpec } from './specByKind';
import styles from './specSettings.module.css';

interface SpecSettingsProps {
  study: Study;
  spec: AnalysisSpec;
  /** The layers of networks that the study has. */
  groups: readonly LayerGroup[];
  /** The spaces as they are proposed where they are no layers. */
  plainSpaces: readonly SpaceSpec[];
  /** What the server refused, in its words. */
  fault: string | null;
  onChange: (spec: AnalysisSpec) => void;
}

/** Everything that can be set, in groups that are closed until they are wanted or something in them is refused. */
export function SpecSettings(props: SpecSettingsProps) {
  const { study, spec, groups, plainSpaces, fault, onChange } = props;
  const group = fault === null ? null : faultGroup(fault);
  const part = { study, onChange };
  return (
    <div className={styles.groups}>
      <Group name="spaces" title="What is compared" fault={fault} at={group}>
        <PieceInputs study={study} spec={spec} onChange={onChange} />
        {spec.kind === 'encoding' && groups.length > 0 && (
          <LayerInputs groups={groups} plainSpaces={[...plainSpaces]} spec={spec} onChange={onChange} />
        )}
        {'spaces' in spec && !(spec.kind === 'encoding' && layersOf(spec, groups)) && (
          <SpaceInputs {...part} spec={spec} />
        )}
        {'scales' in spec && <ScaleInputs {...part} spec={spec} />}
      </Group>
      {'lagsSeconds' in spec.plan && (
        <Group
          name="lags"
          title={spec.kind === 'leadLag' ? 'Leads and lags' : 'Lags'}
          fault={fault}
          at={group}
        >
          <LagInputs spec={spec} onChange={onChange} />
          {spec.kind === 'leadLag' && <LeadLagInputs {...part} spec={spec} />}
        </Group>
      )}
      {(spec.kind === 'encoding' || spec.kind === 'leadLag') && (
        <Group name="model" title="The model" fault={fault} at={group}>
          <ModelInputs {...part} spec={spec} />
        </Group>
      )}
      <Group name="null" title="How it is tested" fault={fault} at={group}>
        <NullInputs {...part} spec={spec} />
      </Group>
      <Group name="cleaning" title="How recordings and ratings are cleaned" fault={fault} at={group}>
        <CleaningInputs {...part} spec={spec} />
      </Group>
      {group === 'whole' && <Fault text={fault} />}
    </div>
  );
}

interface GroupProps {
  name: SettingsGroup;
  title: string;
  fault: string | null;
  at: SettingsGroup | null;
  children: React.ReactNode;
}

function Group({ name, title, fault, at, children }: GroupProps) {
  const isAt = at === name;
  return (
    // Opened anew where something in it was refused.
    <Disclosure key={String(isAt)} title={title} open={isAt}>
      <div className={styles.group}>
        {isAt && <Fault text={fault} />}
        {children}
      </div>
    </Disclosure>
  );
}

function Fault({ text }: { text: string | null }) {
  return (
    <p className={styles.fault} role="alert">
      {text}
    </p>
  );
}
