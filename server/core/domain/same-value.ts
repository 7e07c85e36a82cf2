/** Whether two values are the same once they are stored as JSON: there a missing field and `undefined` are one. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  // Lists are long: those who are in a large meeting.
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => isSameValue(value, other[index]));
  }
  return Object.keys({...one, ...other}).every((name) => isSameValue(one[name], other[name]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
