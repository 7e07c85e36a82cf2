import {type Colour, mixed, readableShade} from './readable-shade.js';

/** Reads one of the page's variables, for example `28,88,217`; empty if the page has no such variable. */
type ReadColour = (name: string) => string;

/**
 * How much the theme's colours have to be shaded so that what is written with them, or on them, can be read. The answer
 * is a rule with the variables that the other rules use for mixing; empty if the page does not have its colours as
 * variables.
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
  // The page tints a post under the pointer, and a quiet button has a tint of its own colour.
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
