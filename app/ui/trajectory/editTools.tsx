'use client';

import { Button, IconButton } from '../button';
import { Choice } from '../field/choice';
import styles from './editTools.module.css';
import { removePoint } from './keyPoints';
import { templates } from './templates';
import type { TrajectoryEditor } from './useTrajectoryEditor';
import type { View } from './views';

const viewOptions = [
  { value: 'lanes', name: 'Over time' },
  { value: 'path', name: 'Through the plane' },
] as const;

interface EditToolsProps {
  editor: TrajectoryEditor;
  view: View;
  onView: (view: View) => void;
}

/** What one draws with: the view, undo and redo, removing, and movements to begin from. */
export function EditTools({ editor, view, onView }: EditToolsProps) {
  const { selected } = editor;
  const { drawing } = editor.value;
  return (
    <div className={styles.tools}>
      <div className={styles.row}>
        <Choice hideLabel label="View" value={view} options={viewOptions} onChange={onView} />
        <div className={styles.deeds}>
          <IconButton
            icon="undo"
            aria-label="Undo"
            isDisabled={!editor.undo}
            onPress={() => editor.undo?.()}
          />
          <IconButton
            icon="redo"
            aria-label="Redo"
            isDisabled={!editor.redo}
            onPress={() => editor.redo?.()}
          />
          <Button
            kind="quiet"
            isDisabled={selected === null || selected >= drawing.length}
            onPress={() => selected !== null && removePoint(editor, selected)}
          >
            Remove point
          </Button>
          <Button kind="quiet" isDisabled={drawing.length === 0} onPress={() => editor.edit([])}>
            Clear
          </Button>
        </div>
      </div>
      <ul className={styles.templates} aria-label="Begin from a movement">
        {templates.map((template) => (
          <li key={template.name}>
            <Button size="small" onPress={() => editor.edit(template.drawing)}>
              {template.name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
