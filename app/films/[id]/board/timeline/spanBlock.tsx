'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { percent } from '@/app/ui/percent';
import { shareOf, type TimeView } from '../time/timeView';
import styles from './spanBlock.module.css';

export type SpanPart = 'start' | 'end' | 'body';

interface SpanBlockProps {
  view: TimeView;
  /** Which of the lane's blocks it is. */
  place: number;
  /** In seconds. */
  start: number;
  end: number;
  /** What it is called: "Cue Storm". */
  name: string;
  /** Where its edges are, in words. */
  words: { start: string; end: string };
  isSelected: boolean;
  onSelect: () => void;
  onKey: (part: SpanPart, event: KeyboardEvent) => void;
  children?: ReactNode;
  /** How it looks. */
  look?: string;
}

const edges = ['start', 'end'] as const;
const edgeNames = { start: 'in', end: 'out' };

/** A stretch in a lane: its body and its edges are dragged, and moved by arrow keys. */
export function SpanBlock({ view, place, start, end, name, words, ...block }: SpanBlockProps) {
  const [left, right] = [shareOf(view, start), shareOf(view, end)];
  if (right < 0 || left > 1) return null;
  return (
    <div
      className={styles.block}
      data-look={block.look}
      data-selected={block.isSelected || undefined}
      style={{ left: percent(left), width: percent(right - left) }}
    >
      <div
        role="button"
        tabIndex={0}
        className={styles.body}
        data-part="body"
        data-place={place}
        aria-pressed={block.isSelected}
        aria-label={`${name}, ${words.start} to ${words.end}`}
        onClick={block.onSelect}
        onKeyDown={(event) => {
          if (event.key === 'Enter') block.onSelect();
          else block.onKey('body', event);
        }}
      >
        <span
          className={styles.content}
          style={{ paddingLeft: left < 0 ? percent(-left / (right - left)) : undefined }}
        >
          {block.children}
        </span>
      </div>
      {edges.map((edge) => (
        <div
          key={edge}
          role="slider"
          tabIndex={block.isSelected ? 0 : -1}
          className={`${styles.edge} ${styles[edge]}`}
          data-part={edge}
          data-place={place}
          aria-label={`${name}, ${edgeNames[edge]}`}
          aria-valuenow={edge === 'start' ? start : end}
          aria-valuetext={words[edge]}
          onKeyDown={(event) => block.onKey(edge, event)}
        />
      ))}
    </div>
  );
}

/** Which block of a lane a press took hold of, and by which part. */
export function pressedPart(target: EventTarget): { part: SpanPart; place: number } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-part]') : null;
  if (!element) return null;
  return { part: element.dataset.part as SpanPart, place: Number(element.dataset.place) };
}
