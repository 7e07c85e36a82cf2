/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What a colour is mixed with, and how much of it. */
export interface Shade {
  toward: 'black' | 'white';
  /** Of `toward`, in percent. */
  share: number;
}

/** WCAG asks for 4.5; a screen rounds what it is told. */
const LEAST = 4.52;
/** A pointer on a button shades it by this much more. */
export const HOVER_SHARE = 12;
const ENDS = {black: [0, 0, 0], white: [255, 255, 255]} as const;

/**
 * The smallest share that makes a colour readable on, or under, each of the others; it stays readable with a pointer's
 * shade on top. Against a single colour, one of the two ends always succeeds.
 */
export function readableShade(colour: Colour, others: readonly Colour[]): Shade {
  const contrastAt = ({toward, share}: Shade): number => {
    const shaded = mixed(colour, ENDS[toward], share);
    const hovered = mixed(shaded, ENDS[toward], HOVER_SHARE);
    return Math.min(...others.flatMap((other) => [contrast(shaded, other), contrast(hovered, other)]));
  };
  for (let share = 0; share < 100; share += 1) {
    const [best] = bothEnds(share).sort((one, other) => contrastAt(other) - contrastAt(one));
    if (contrastAt(best) >= LEAST) return best;
  }
  const [best] = bothEnds(100).sort((one, other) => contrastAt(other) - contrastAt(one));
  return best;
}

const bothEnds = (share: number): [Shade, Shade] => [
  {toward: 'black', share},
  {toward: 'white', share},
];

/** As `color-mix(in srgb, one, other share%)` mixes them. */
export const mixed = (one: Colour, other: Colour, share: number): Colour => {
  const part = (from: number, to: number): number => from + ((to - from) * share) / 100;
  return [part(one[0], other[0]), part(one[1], other[1]), part(one[2], other[2])];
};

/** From 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
