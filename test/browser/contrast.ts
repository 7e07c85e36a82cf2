import type {Page} from 'playwright-core';

/** What WCAG asks of text that is read, of whatever size: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const LEAST = 4.5;

/** What a pointer or the keyboard makes of a control; forced on everything at once. */
const STATES = {
  rest: [],
  hover: ['hover'],
  focus: ['focus', 'focus-visible'],
  'hover and focus': ['hover', 'focus', 'focus-visible'],
  pressed: ['hover', 'active', 'focus'],
} as const;

/** How many texts were measured, in all states together, and those that are hard to read. */
interface Measured {
  texts: number;
  faint: string[];
}

/** Measures every text of ours that is seen, in every state of its control and with the pointer on the post around it. */
export async function measureContrast(page: Page): Promise<Measured> {
  await page.emulateMedia({reducedMotion: 'reduce'});
  const measured: Measured = {texts: 0, faint: []};
  for (const [state, pseudos] of Object.entries(STATES)) {
    const texts = await inState(page, pseudos, () => page.evaluate(textsOfOurs));
    measured.texts += texts.length;
    const faint = texts.filter(({contrast}) => contrast < LEAST);
    measured.faint.push(
      ...faint.map(({text, where, contrast}) => `${state}: ${where} “${text}” ${contrast.toFixed(2)}`),
    );
  }
  return measured;
}

/** Forces the states on all that can have them, and on what is around it; takes them back. */
export async function inState<T>(page: Page, pseudos: readonly string[], look: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const {root} = await session.send('DOM.getDocument');
  const selector = '.post, a, button, [tabindex]';
  const {nodeIds} = await session.send('DOM.querySelectorAll', {nodeId: root.nodeId, selector});
  for (const nodeId of nodeIds)
    await session.send('CSS.forcePseudoState', {nodeId, forcedPseudoClasses: [...pseudos]});
  try {
    return await look();
  } finally {
    await session.detach();
  }
}

interface Text {
  text: string;
  where: string;
  contrast: number;
}

/** Runs in the page. Every text below an element of ours that is seen, with the contrast to what is behind it. */
function textsOfOurs(): Text[] {
  type Layer = readonly [red: number, green: number, blue: number, alpha: number];
  const WHITE: Layer = [1, 1, 1, 1];

  /** Of what `getComputedStyle` answers: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.4)`, `color(srgb 0.1 0.2 0.3 / 0.4)`. */
  const layerOf = (colour: string): Layer => {
    const numbers = (colour.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
    if (/^color\(srgb /.test(colour)) return [red, green, blue, alpha];
    if (/^rgba?\(/.test(colour)) return [red / 255, green / 255, blue / 255, alpha];
    throw new Error(`This colour cannot be measured: ${colour}`);
  };
  const over = ([r1, g1, b1, a1]: Layer, [r2, g2, b2, a2]: Layer): Layer => {
    const alpha = a1 + a2 * (1 - a1);
    const mix = (top: number, below: number): number =>
      alpha === 0 ? 0 : (top * a1 + below * a2 * (1 - a1)) / alpha;
    return [mix(r1, r2), mix(g1, g2), mix(b1, b2), alpha];
  };
  const faded = ([red, green, blue, alpha]: Layer, opacity: number): Layer => [
    red,
    green,
    blue,
    alpha * opacity,
  ];
  const luminance = ([red, green, blue]: Layer): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  /** What is seen of the text and beside it, after all that is behind and around. */
  const contrastOf = (element: Element): number => {
    let text = layerOf(getComputedStyle(element).color);
    let ground: Layer = [0, 0, 0, 0];
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
  };

  const isSeen = (element: Element): boolean =>
    element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) &&
    element.closest('.zoom-unseen, .zoom-field') === null;
  const isOurs = (element: Element): boolean => element.closest('[class*="zoom-"]') !== null;
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
