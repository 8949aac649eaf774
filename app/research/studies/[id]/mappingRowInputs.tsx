import { memo, useId, useState } from 'react';
import { MappingDetails, type LabelFiles } from './mappingDetails';
import {
  MappingField,
  RowFault,
  Seconds,
  Words,
  type ChangeRow,
  type MappingFault,
  type MappingRow,
} from './mappingFields';
import styles from './mappingTable.module.css';

const uses: Record<MappingRow['use'], string> = {
  recording: 'recording of the brain',
  rating: 'rating',
  feature: 'feature of the sound',
  confounds: 'confounds',
  sound: 'sound of a piece',
  participants: 'table of participants',
  stimuli: 'table of pieces',
  targets: 'table of regions',
  analysis: 'finished analysis',
  ignore: 'not used',
};

interface MappingRowInputsProps {
  studyId: number;
  row: MappingRow;
  index: number;
  fault: MappingFault | null;
  labelFiles: LabelFiles;
  onChange: (index: number, part: Partial<MappingRow>) => void;
  onChangeVolumes: (part: Partial<MappingRow>) => void;
}

/** The fields that stand in the row itself; all others are told of below it. */
const inRow: MappingFault['field'][] = ['file', 'use', 'participant', 'stimulus', 'name', 'hopSeconds'];

/** One file, with plain inputs: there may be hundreds. */
export const MappingRowInputs = memo(function MappingRowInputs(props: MappingRowInputsProps) {
  const { studyId, row, index, fault, labelFiles, onChange, onChangeVolumes } = props;
  const { file, use } = row;
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const change: ChangeRow = (part) => onChange(index, part);
  const isOf = use === 'recording' || use === 'rating' || use === 'confounds' || use === 'feature';
  const isShown = isOf && (isOpen || (fault !== null && !inRow.includes(fault.field)));
  return (
    <RowFault value={fault}>
      <tr data-ignored={use === 'ignore' || undefined}>
        <th scope="row" className={styles.file}>
          {file}
        </th>
        <td data-label="Is">
          <Use row={row} onChange={change} />
        </td>
        <Cells row={row} onChange={change} />
        <td>
          {isOf && (
            <button
              type="button"
              className={styles.more}
              aria-label={`Columns and times of ${file}`}
              aria-expanded={isShown}
              aria-controls={details}
              onClick={() => setOpen(!isShown)}
            >
              {isShown ? 'Less' : 'More'}
            </button>
          )}
        </td>
      </tr>
      {isShown && (
        <tr id={details} className={styles.details}>
          <td colSpan={7}>
            <MappingDetails
              studyId={studyId}
              row={row}
              labelFiles={labelFiles}
              onChange={change}
              onChangeVolumes={onChangeVolumes}
            />
          </td>
        </tr>
      )}
    </RowFault>
  );
});

interface PartProps {
  row: MappingRow;
  onChange: ChangeRow;
}

function Use({ row: { file, use }, onChange }: PartProps) {
  return (
    <MappingField field="use">
      {(input) => (
        <select
          {...input}
          aria-label={`What ${file} is`}
          value={use}
          onChange={(event) => onChange({ use: event.target.value as MappingRow['use'] })}
        >
          {Object.entries(uses).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </MappingField>
  );
}

/** Whose it is, of which piece, what it is called, and how often it was sampled; as far as its use has any of that. */
function Cells({ row, onChange }: PartProps) {
  const { file, use } = row;
  const isOf = use === 'recording' || use === 'rating' || use === 'confounds' || use === 'feature';
  const part = { row, onChange };
  return (
    <>
      <td data-label={isOf ? 'Participant' : undefined}>
        {isOf && (
          <Words {...part} field="participant" label={`Participant of ${file}`} placeholder="everybody" />
        )}
      </td>
      <td data-label={isOf || use === 'sound' ? 'Piece' : undefined}>
        {(isOf || use === 'sound') && (
          <Words {...part} field="stimulus" label={`Piece of ${file}`} placeholder="none" />
        )}
      </td>
      <td data-label={use === 'rating' || use === 'feature' ? 'Called' : undefined}>
        {(use === 'rating' || use === 'feature') && (
          <Words {...part} field="name" label={`What ${file} is called`} placeholder="by its columns" />
        )}
      </td>
      <td data-label={isOf ? 'TR (s)' : undefined}>
        {isOf && (
          <Seconds
            {...part}
            field="hopSeconds"
            label={`Seconds between samples of ${file}`}
            none={null}
            min={0}
            placeholder="in file"
          />
        )}
      </td>
    </>
  );
}
