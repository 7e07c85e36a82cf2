/** `2026-11-23T15:02:00Z`: Zoom's times are in UTC and have no fractions. */
export const zoomTime = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
