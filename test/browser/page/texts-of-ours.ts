/** A colour with its opacity, each part from 0 to 1. */
type Layer = readonly [red: number, green: number, blue: number, alpha: number];

const CLEAR: Layer = [0, 0, 0, 0];
const WHITE: Layer = [1, 1, 1, 1];

/** A text on the page, and the contrast to what is behind it, from 1 to 21. */
export interface Text {
  text: string;
  where: string;
  contrast: number;
}

/** Every text in an element of ours that is seen. */
export function textsOfOurs(): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (element === null || text === '' || !isOurs(element) || !isSeen(element)) continue;
    const where = `${element.tagName.toLowerCase()}.${element.className}`;
    found.push({text, where, contrast: contrastOf(element)});
  }
  return found;
}

const isOurs = (element: Element): boolean =>
  element.closest('[class*="zoom-"]') !== null && element.closest('.zoom-field') === null;

const isSeen = (element: Element): boolean =>
  element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) &&
  element.closest('.zoom-unseen') === null;

/** What is seen of the text and beside it, after all that is behind and around. */
function contrastOf(element: Element): number {
  let text = layerOf(getComputedStyle(element).color);
  let ground = CLEAR;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const {backgroundColor, backgroundImage, opacity, filter, mixBlendMode} = getComputedStyle(at);
    if (backgroundImage !== 'none' || filter !== 'none' || mixBlendMode !== 'normal')
      throw new Error(`The ground of this text cannot be measured: ${at.className}`);
    const own = layerOf(backgroundColor);
    text = faded(over(text, own), Number(opacity));
    ground = faded(over(ground, own), Number(opacity));
  }
  const [one, other] = [luminance(over(text, WHITE)), luminance(over(ground, WHITE))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Of what `getComputedStyle` answers: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.4)`, `color(srgb 0.1 0.2 0.3 / 0.4)`. */
function layerOf(colour: string): Layer {
  const numbers = (colour.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  if (colour.startsWith('color(srgb ')) return [red, green, blue, alpha];
  if (/^rgba?\(/.test(colour)) return [red / 255, green / 255, blue / 255, alpha];
  throw new Error(`This colour cannot be measured: ${colour}`);
}

function over([r1, g1, b1, a1]: Layer, [r2, g2, b2, a2]: Layer): Layer {
  const alpha = a1 + a2 * (1 - a1);
  const part = (top: number, below: number): number =>
    alpha === 0 ? 0 : (top * a1 + below * a2 * (1 - a1)) / alpha;
  return [part(r1, r2), part(g1, g2), part(b1, b2), alpha];
}

const faded = ([red, green, blue, alpha]: Layer, opacity: number): Layer => [
  red,
  green,
  blue,
  alpha * opacity,
];

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Layer): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
