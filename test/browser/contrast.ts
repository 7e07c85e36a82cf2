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

/**
 * Measures every text of ours that is seen, in every state of its control and with the pointer on the post around it.
 */
export async function measureContrast(page: Page): Promise<Measured> {
  await calm(page);
  const measured: Measured = {texts: 0, faint: []};
  for (const [state, pseudos] of Object.entries(STATES)) {
    const texts = await inState(page, pseudos, () => page.evaluate(() => window.testPage.textsOfOurs()));
    measured.texts += texts.length;
    const faint = texts.filter(({contrast}) => contrast < LEAST);
    measured.faint.push(
      ...faint.map(({text, where, contrast}) => `${state}: ${where} “${text}” ${contrast.toFixed(2)}`),
    );
  }
  return measured;
}

/**
 * Nothing moves by itself, and the pointer is on nothing: what was pressed last would else look hovered for a while.
 */
export async function calm(page: Page): Promise<void> {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await page.mouse.move(0, 0);
}

/** Forces the states on all that can have them, and on what is around it; takes them back. */
export async function inState<T>(page: Page, pseudos: readonly string[], look: () => Promise<T>): Promise<T> {
  if (pseudos.length === 0) return look();
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const {root} = await session.send('DOM.getDocument');
  const selector = '.post, a, button, [tabindex]';
  const {nodeIds} = await session.send('DOM.querySelectorAll', {nodeId: root.nodeId, selector});
  await Promise.all(
    nodeIds.map((nodeId) =>
      session.send('CSS.forcePseudoState', {nodeId, forcedPseudoClasses: [...pseudos]}),
    ),
  );
  try {
    return await look();
  } finally {
    await session.detach();
  }
}
