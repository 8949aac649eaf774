'use client';

import { createContext, use, type ReactNode } from 'react';
import type { Role } from '@/db/schema';

/** Who looks at the pages, and how they came in. */
export interface PageCaller {
  personId: number;
  name: string;
  role: Role;
  /** True where a session can be ended. */
  hasSession: boolean;
  /** True where people sign in by name. */
  areNamed: boolean;
}

const CallerContext = createContext<PageCaller | null>(null);
const order: readonly Role[] = ['listener', 'member', 'owner'];

/** Tells all pages who looks at them. */
export function CallerProvider({ caller, children }: { caller: PageCaller | null; children: ReactNode }) {
  return <CallerContext value={caller}>{children}</CallerContext>;
}

/** Who looks at this page; null on those that anybody may see. */
export function useCaller(): PageCaller | null {
  return use(CallerContext);
}

/** True where who looks may do what is open from the role `least` on. The server refuses what is not shown all the same. */
export function useMay(least: Role): boolean {
  const caller = useCaller();
  return caller !== null && order.indexOf(caller.role) >= order.indexOf(least);
}
