import { useId, type ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import { MappingColumns } from './mappingColumns';
import { MappingField, Seconds, type ChangeRow, type MappingRow } from './mappingFields';
import styles from './mappingTable.module.css';

/** Brought files by which volumes can be reduced to regions, and tables that may name them. */
export interface LabelFiles {
  images: string[];
  tables: string[];
}

interface MappingDetailsProps {
  studyId: number;
  row: MappingRow;
  labelFiles: LabelFiles;
  onChange: ChangeRow;
  onChangeVolumes: (part: Partial<MappingRow>) => void;
}

/** True for a run of volumes, which a label image reduces to regions. */
export const isVolumes = ({ file }: MappingRow): boolean =>
  /\.nii(\.gz)?$/i.test(file) && !/\.ptseries\.nii$/i.test(file);

/** What else can be said of a file: its times, its label image, its columns. */
export function MappingDetails({ studyId, row, labelFiles, onChange, onChangeVolumes }: MappingDetailsProps) {
  const { file, use } = row;
  return (
    <div className={styles.inside}>
      <div className={styles.times}>
        <Labelled title="Begins after the piece (s)">
          <Seconds
            {...{ row, onChange }}
            field="startSeconds"
            label={`Start of ${file}, seconds after its piece`}
            none={null}
            placeholder="in file"
          />
        </Labelled>
        {use === 'rating' && (
          <>
            <Labelled title="Moved earlier by (s)">
              <Seconds
                {...{ row, onChange }}
                field="shiftSeconds"
                label={`Shift of ${file} in seconds`}
                none={0}
              />
            </Labelled>
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={row.afterScan}
                onChange={(event) => onChange({ afterScan: event.target.checked })}
              />
              given after the scan
            </label>
          </>
        )}
      </div>
      {use === 'recording' && isVolumes(row) ? (
        <Labels {...{ row, labelFiles, onChange, onChangeVolumes }} />
      ) : (
        <MappingColumns studyId={studyId} row={row} onChange={onChange} />
      )}
    </div>
  );
}

function Labelled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden="true">{title}</span>
      {children}
    </div>
  );
}

function Labels({ row, labelFiles, onChange, onChangeVolumes }: Omit<MappingDetailsProps, 'studyId'>) {
  const { labels, labelNames } = row;
  return (
    <div className={styles.times}>
      <Choice
        field="labels"
        title="Regions by the label image"
        choices={labelFiles.images}
        {...{ row, onChange }}
      />
      <Choice
        field="labelNames"
        title="Names of the labels"
        choices={labelFiles.tables}
        {...{ row, onChange }}
      />
      <Button
        size="small"
        isDisabled={labels === null}
        onPress={() => onChangeVolumes({ labels, labelNames, use: 'recording' })}
      >
        For all volumes
      </Button>
    </div>
  );
}

interface ChoiceProps {
  row: MappingRow;
  field: 'labels' | 'labelNames';
  title: string;
  choices: string[];
  onChange: ChangeRow;
}

function Choice({ row, field, title, choices, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{title}</label>
      <MappingField field={field}>
        {(input) => (
          <select
            {...input}
            id={id}
            value={row[field] ?? ''}
            onChange={({ target: { value } }) => onChange({ [field]: value === '' ? null : value })}
          >
            <option value="">none</option>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </select>
        )}
      </MappingField>
    </div>
  );
}
