/** A place on the head as a sphere of radius 1: to the right, to the front, up. */
export type SitePosition = readonly [right: number, front: number, up: number];

interface Row {
  /** Before the numbers 7 to 10, which lie at the side. */
  lateral: string;
  /** Before z and the numbers up to 6. */
  medial: string;
}

const row = (medial: string, lateral = medial): Row => ({ lateral, medial });

/** The rows from side to side, each a twentieth of the way from the nasion to the inion behind the last; the first is the third step. */
const rows: readonly Row[] = [
  row('AFp'),
  row('AF'),
  row('AFF'),
  row('F'),
  row('FFC', 'FFT'),
  row('FC', 'FT'),
  row('FCC', 'FTT'),
  row('C', 'T'),
  row('CCP', 'TTP'),
  row('CP', 'TP'),
  row('CPP', 'TPP'),
  row('P'),
  row('PPO'),
  row('PO'),
  row('POO'),
];
const firstRow = 3;

/** The rings around the head: their names in front and behind, what stands after a row's name at the left, their height. */
const rings = [
  { front: 'N', back: 'I', left: '9', right: '10', twentieths: 0 },
  { front: 'NFp', back: 'OI', left: '9h', right: '10h', twentieths: 1 },
  { front: 'Fp', back: 'O', left: '7', right: '8', twentieths: 2 },
] as const;

/** What stands after a row's name from the middle to the side, in eighths of the way; the even numbers lie right. */
const steps = [
  ['1h', '2h'],
  ['1', '2'],
  ['3h', '4h'],
  ['3', '4'],
  ['5h', '6h'],
  ['5', '6'],
  ['7h', '8h'],
] as const;

/** An angle of so many twentieths of half a circle. */
const angleOf = (twentieths: number): number => (twentieths * Math.PI) / 20;

/** Over the middle from the nasion (0) over the vertex (10) to the inion (20). */
const midline = (twentieths: number): SitePosition => [
  0,
  Math.cos(angleOf(twentieths)),
  Math.sin(angleOf(twentieths)),
];

/** Around the head at a height, from the front (0) to the back (20), to the right. */
function around(twentieths: number, height: number): SitePosition {
  const [angle, up] = [angleOf(twentieths), angleOf(height)];
  return [Math.sin(angle) * Math.cos(up), Math.cos(angle) * Math.cos(up), Math.sin(up)];
}

/** On the circle through a place at the side, one in the middle and the first one's mirror image, at a share of the way out. */
function across(middle: SitePosition, side: SitePosition, share: number): SitePosition {
  const [halfChord, front, up] = side;
  const height = Math.hypot(middle[1] - front, middle[2] - up);
  const radius = (halfChord ** 2 + height ** 2) / (2 * height);
  const angle = share * Math.atan2(halfChord, radius - height);
  const along = (height - radius + radius * Math.cos(angle)) / height;
  return [radius * Math.sin(angle), front + along * (middle[1] - front), up + along * (middle[2] - up)];
}

const mirrored = ([right, front, up]: SitePosition): SitePosition => [-right, front, up];

type Place = readonly [site: string, position: SitePosition];

/** A place at the right and its twin at the left. */
const bothSides = (left: string, right: string, position: SitePosition): Place[] => [
  [left, mirrored(position)],
  [right, position],
];

function ringPlaces({ front, back, left, right, twentieths }: (typeof rings)[number]): Place[] {
  const at = (step: number) => around(step, twentieths);
  const ends: Place[] = [
    [`${front}z`, at(0)],
    ...bothSides(`${front}1h`, `${front}2h`, at(1)),
    ...bothSides(`${front}1`, `${front}2`, at(2)),
    ...bothSides(`${back}1`, `${back}2`, at(18)),
    ...bothSides(`${back}1h`, `${back}2h`, at(19)),
    [`${back}z`, [0, -Math.cos(angleOf(twentieths)), Math.sin(angleOf(twentieths))]],
  ];
  const sides = rows.flatMap(({ lateral }, index) =>
    bothSides(`${lateral}${left}`, `${lateral}${right}`, at(firstRow + index)),
  );
  return [...ends, ...sides];
}

function rowPlaces({ lateral, medial }: Row, index: number): Place[] {
  const middle = midline(firstRow + index);
  const side = around(firstRow + index, 2);
  const sides = steps.flatMap(([left, right], step) => {
    const name = step === steps.length - 1 ? lateral : medial;
    return bothSides(`${name}${left}`, `${name}${right}`, across(middle, side, (step + 1) / 8));
  });
  return [[`${medial}z`, middle], ...sides];
}

/**
 * The 345 places of the 10-05 system (Oostenveld & Praamstra 2001), and with it of 10-10 and 10-20, on a sphere whose
 * equator runs through nasion, T10, inion and T9: distances in twentieths along the midline and the rings, in
 * sixteenths of each circle from side to side over the midline (the rule of Jurcak et al. 2007 and of eeg_positions).
 */
export const sitePositions: ReadonlyMap<string, SitePosition> = new Map([
  ...rings.flatMap(ringPlaces),
  ...rows.flatMap(rowPlaces),
]);
