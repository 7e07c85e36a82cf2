/** Days as Zoom writes them, `2026-11-01`; both count. */
export interface TimeWindow {
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * What can be asked at once: `from` stays, and `to` is at most so many months later. Who names one end gets all that
 * goes with it, since Zoom would take today for the other. `undefined`: it ends before it begins.
 */
export function cutWindow({from, to}: TimeWindow, months: number): TimeWindow | undefined {
  if (from === undefined) return to === undefined ? {} : {from: shifted(to, -months), to};
  const latest = shifted(from, months);
  if (to === undefined) return {from, to: latest};
  if (to < from) return undefined;
  return {from, to: to < latest ? to : latest};
}

/** The same day of another month, or its last day where that month is shorter. */
function shifted(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const shiftedDay = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
  return shiftedDay.toISOString().slice(0, 10);
}
