import { useId } from 'react';
import styles from './numberTable.module.css';

interface NumberTableProps {
  title: string;
  /** Of its title, where it stands in a section that has one. */
  level?: 2 | 3;
  head: readonly string[];
  /** The first cell of a row names it; what was found is printed strongly. */
  rows: readonly { cells: readonly string[]; found: boolean }[];
}

/** Numbers under their heads, what survived its test in strong print. */
export function NumberTable({ title, level = 2, head, rows }: NumberTableProps) {
  const id = useId();
  const Title = `h${level}` as const;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Title id={id}>{title}</Title>
      <div className={styles.box} tabIndex={0} role="group" aria-labelledby={id}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells: [name, ...numbers], found }) => (
              <tr key={name} data-found={found || undefined}>
                <th scope="row">{name}</th>
                {numbers.map((text, index) => (
                  <td key={head[index + 1]}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
