'use client';

import { useState } from 'react';
import { Button } from './button';
import styles from './pages.module.css';

/** Longer tables would hold up the page. */
const rowsOfPage = 50;

/** Which rows of a table are shown. */
export interface Paging {
  first: number;
  last: number;
  page: number;
  pages: number;
  turn: (page: number) => void;
}

/** The rows of a long table page by page; the last page where there are no longer so many. */
export function usePages(rows: number): Paging {
  const [wanted, turn] = useState(0);
  const pages = Math.max(1, Math.ceil(rows / rowsOfPage));
  const page = Math.min(wanted, pages - 1);
  return { page, pages, turn, first: page * rowsOfPage, last: Math.min(rows, (page + 1) * rowsOfPage) };
}

/** Turns the pages of a long table; nothing where there is one. */
export function Pages({ paging: { page, pages, turn } }: { paging: Paging }) {
  if (pages === 1) return null;
  return (
    <div className={styles.pages}>
      <Button size="small" isDisabled={page === 0} onPress={() => turn(page - 1)}>
        Earlier
      </Button>
      <span>
        {page + 1} of {pages}
      </span>
      <Button size="small" isDisabled={page === pages - 1} onPress={() => turn(page + 1)}>
        Later
      </Button>
    </div>
  );
}
