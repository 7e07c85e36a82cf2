import {type Colour, mixed, readableShade} from './readable-shade.js';

/** Reads one of the page's variables, as `28,88,217`; empty where the page has none. */
type ReadColour = (name: string) => string;

/**
 * How much the theme's colours have to be shaded so that what is written with them, or on them, can be read. The answer
 * is a rule with the variables that the other rules mix by; empty where the page does not tell its colours.
 */
export function themeShades(read: ReadColour): string {
  const [fill, label, link, text, ground] = [
    'button-bg',
    'button-color',
    'link-color',
    'center-channel-color',
    'center-channel-bg',
  ].map((name) => colourOf(read(`--${name}-rgb`)));
  if (!fill || !label || !link || !text || !ground) return '';
  // A post under the pointer is tinted by its page, and a quiet button by its own colour.
  const grounds = [ground, mixed(ground, text, 10)];
  const shades = {
    fill: readableShade(fill, [label]),
    ink: readableShade(fill, [...grounds, mixed(ground, fill, 18)]),
    anchor: readableShade(link, grounds),
    soft: readableShade(mixed(text, ground, 22), grounds),
  };
  const variables = Object.entries(shades).map(
    ([name, {toward, share}]) => `--zoom-${name}-toward:${toward};--zoom-${name}-share:${share}%`,
  );
  return `:root{${variables.join(';')}}`;
}

function colourOf(value: string): Colour | undefined {
  const parts = value.split(',').map(Number);
  const [red, green, blue] = parts;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return parts.every(Number.isFinite) ? [red, green, blue] : undefined;
}
