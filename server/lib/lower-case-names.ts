/** The same values under names in lower case. Of names that differ in nothing else, the last one counts. */
export const lowerCaseNames = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
