import type { ReactNode } from 'react';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import styles from './markdownTable.module.css';

export interface CardHeading {
  id: string;
  /** 1 for the card's title. */
  level: number;
  text: string;
}

type HtmlNode = NonNullable<ExtraProps['node']>;
type HtmlRoot = { children: (HtmlNode | HtmlNode['children'][number] | { type: 'doctype' })[] };

/**
 * A model card, Markdown with GitHub's tables, as React elements with its headings listed. HTML in it is shown as
 * text. Headings move down a level, since the page has a title of its own.
 */
export function renderCard(markdown: string): { body: ReactNode; headings: CardHeading[] } {
  const headings: CardHeading[] = [];
  // Called rather than mounted, so that the headings are known when the contents beside the card are made.
  const body = Markdown({
    children: markdown,
    remarkPlugins: [remarkGfm],
    rehypePlugins: [() => (root: HtmlRoot) => nameHeadings(root, headings)],
    components,
  });
  return { body, headings };
}

const components: Components = {
  h1: ({ children, id }) => <h2 id={id}>{children}</h2>,
  h2: ({ children, id }) => <h3 id={id}>{children}</h3>,
  h3: ({ children, id }) => <h4 id={id}>{children}</h4>,
  pre: ({ children }) => (
    <pre tabIndex={0} role="region" aria-label="Commands">
      {children}
    </pre>
  ),
  table: ({ children, node }) => (
    <div className={styles.box} tabIndex={0} role="region" aria-label={labelOfTable(node)}>
      <table className={styles.table}>{children}</table>
    </div>
  ),
};

/** Gives each heading an address and lists it; the same words twice get a number. */
function nameHeadings(root: HtmlRoot, headings: CardHeading[]): void {
  for (const child of root.children) {
    const level = child.type === 'element' ? Number(/^h([1-4])$/.exec(child.tagName)?.[1] ?? 0) : 0;
    if (child.type !== 'element' || level === 0) continue;
    const text = textOf(child);
    const slug = `card-${text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')}`;
    const namesakes = headings.filter(({ id }) => id === slug || id.startsWith(`${slug}--`)).length;
    const id = namesakes === 0 ? slug : `${slug}--${namesakes + 1}`;
    child.properties.id = id;
    headings.push({ id, level, text });
  }
}

function textOf(node: HtmlNode | HtmlNode['children'][number]): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** A table by its first column's heading, or by its place among the columns where that is empty. */
function labelOfTable(node: HtmlNode | undefined): string {
  const head = node?.children.find((child) => child.type === 'element' && child.tagName === 'thead');
  const first = head ? textOf(head).trim().split('\n')[0] : '';
  return first ? `Table: ${first}` : 'Table';
}
