'use client';

import { Button, IconButton } from '@/app/ui/button';
import { Choice } from '@/app/ui/field/choice';
import { removePoint, type KeyPoints } from './keyPoints';
import styles from './drawTools.module.css';
import { templates } from './templates';

const viewOptions = [
  { value: 'lanes', name: 'Over time' },
  { value: 'path', name: 'Through the plane' },
] as const;

/** What one draws with: the view, undo and redo, removing, and movements to begin from. */
export function DrawTools({ points }: { points: KeyPoints }) {
  const { editor, selected } = points;
  const { drawing, view } = editor.state;
  return (
    <div className={styles.tools}>
      <div className={styles.row}>
        <Choice
          hideLabel
          label="View"
          value={view}
          options={viewOptions}
          onChange={(next) => editor.set({ view: next })}
        />
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
            onPress={() => selected !== null && removePoint(points, selected)}
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
