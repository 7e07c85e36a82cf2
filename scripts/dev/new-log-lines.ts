/**
 * The lines that a log has gained between two looks at its end. Each look sees a limited number of lines, so the later
 * one may begin further down.
 */
export const newLogLines = (before: readonly string[], now: readonly string[]): readonly string[] => {
  const first = before.findIndex((_line, start) =>
    before.slice(start).every((line, index) => line === now[index]),
  );
  return first === -1 ? now : now.slice(before.length - first);
};
