import { decimal, probability } from '../numbers';
import type { Cell, ReportTable } from './reportTable';

/** A number that a page shows with three decimals. */
export const numberCell = (value: number | null | undefined, decimals = 3): Cell => ({
  value: value ?? null,
  shown: decimal(value, decimals),
});

/** A probability. */
export const probabilityCell = (value: number | null | undefined): Cell => ({
  value: value ?? null,
  shown: probability(value),
});

export const text = (label: string) => ({ label, numeric: false });
export const numeric = (label: string): ReportTable['columns'][number] => ({ label, numeric: true });
