/** A time as Zoom's API writes it, in ms since the epoch; `undefined` where it names none in UTC. */
export function zoomTime(text: string | undefined): number | undefined {
  const time = text?.endsWith('Z') ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
