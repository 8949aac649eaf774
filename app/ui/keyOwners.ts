const typing = 'input, textarea, select, [contenteditable], [role=textbox], [role=searchbox]';
const pressed = `${typing}, button, summary, [role=button], [role=option], [role=row], [role=radio], [role=switch], [role=slider]`;
const moved = `${typing}, [role=slider], [role=option], [role=row], [role=radio], [role=tab], [role=menu], [role=dialog], [role=listbox], [data-own-arrows]`;
const lettered = `${typing}, [role=option], [role=menu], [role=dialog], [role=alertdialog], [role=listbox]`;

/** Fields have a use of their own for every key but those of a range, which takes no letters. */
const isRange = (target: Element) => target.matches('input[type=range]');

/** Whether what has the focus uses the space bar itself. */
export const ownsSpace = (target: Element): boolean => target.closest(pressed) !== null;

/** Whether it uses the arrow keys itself. */
export const ownsArrows = (target: Element): boolean => target.closest(moved) !== null;

/** Whether it uses letters and signs itself. */
export const ownsLetters = (target: Element): boolean =>
  !isRange(target) && target.closest(lettered) !== null;
