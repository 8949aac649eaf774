/** The few signs of the product, drawn on a 16 by 16 grid in the colour of the text around them. */
const shapes = {
  play: 'M4 2.5v11l9.5-5.5z',
  pause: 'M4 2.5h3v11H4zM9 2.5h3v11H9z',
  next: 'M3 3v10l7-5zM11 3h2v10h-2z',
  previous: 'M13 3v10L6 8zM3 3h2v10H3z',
  volume:
    'M2 6h2.5L8 3v10L4.5 10H2zM10 5.2a4 4 0 0 1 0 5.6l-.9-.9a2.7 2.7 0 0 0 0-3.8zM11.8 3.4a6.5 6.5 0 0 1 0 9.2l-.9-.9a5.2 5.2 0 0 0 0-7.4z',
  close: 'M3.6 2.5 8 6.9l4.4-4.4 1.1 1.1L9.1 8l4.4 4.4-1.1 1.1L8 9.1l-4.4 4.4-1.1-1.1L6.9 8 2.5 3.6z',
  undo: 'M6.5 2v3H9a4.5 4.5 0 0 1 0 9H5v-1.6h4a2.9 2.9 0 0 0 0-5.8H6.5v3L2 5.8z',
  redo: 'M9.5 2v3H7a4.5 4.5 0 0 0 0 9h4v-1.6H7a2.9 2.9 0 0 1 0-5.8h2.5v3L14 5.8z',
  chevron: 'M3.4 5.2 8 9.8l4.6-4.6 1.1 1.1L8 12 2.3 6.3z',
  search: 'M7 2a5 5 0 0 1 4 8l3 3-1.1 1.1-3-3A5 5 0 1 1 7 2m0 1.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8',
  plus: 'M7.2 2.5h1.6v4.7h4.7v1.6H8.8v4.7H7.2V8.8H2.5V7.2h4.7z',
  minus: 'M2.5 7.2h11v1.6h-11z',
  stepOn: 'M3 3h1.6v10H3zM6.5 3v10l7-5z',
  stepBack: 'M11.4 3H13v10h-1.6zM9.5 3v10l-7-5z',
  flag: 'M3.5 2h9v6.5L8 14 3.5 8.5z',
  record: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3',
  link: 'M9.3 4.3 10.6 3a2.6 2.6 0 0 1 3.6 3.6l-2.9 2.9a2.6 2.6 0 0 1-3.6 0l1-1a1.1 1.1 0 0 0 1.6 0l2.8-2.9a1.1 1.1 0 0 0-1.6-1.5L10.3 5.3zM6.7 11.7 5.4 13a2.6 2.6 0 0 1-3.6-3.6l2.9-2.9a2.6 2.6 0 0 1 3.6 0l-1 1a1.1 1.1 0 0 0-1.6 0L2.9 10.4a1.1 1.1 0 0 0 1.6 1.5l1.2-1.2z',
  overlay:
    'M1 10.5c2.3 0 2.7-6 5-6s2.7 5 5 5c1.5 0 2.3-1.5 4-4.5l1 .7c-1.7 3-2.8 5.3-5 5.3-3.2 0-3.6-5-5-5-1.3 0-2 6-5 6zM1 13.2h14v1H1z',
  upload: 'M8 1.8 12 6l-1.1 1.1-2.1-2.2V11H7.2V4.9L5.1 7.1 4 6zM2.5 12.4h11V14h-11z',
} as const;

export type IconName = keyof typeof shapes;

/** A sign without a name of its own: the control around it says what it does. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
