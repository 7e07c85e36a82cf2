/** Three significant digits, but never less than the whole number: 1234, 56.7, 0.891. */
export const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
