/**
 * Names that are each there once, in their order: "C3", "C3 (2)". A channel without a name is named by its number.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given, index) => {
    const name = given === '' ? `channel ${index + 1}` : given;
    let unique = name;
    for (let times = 2; taken.has(unique); times++) unique = `${name} (${times})`;
    taken.add(unique);
    return unique;
  });
}
