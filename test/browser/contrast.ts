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

/** How many texts were measured, in all states and themes together, and those that are hard to read. */
interface Measured {
  texts: number;
  faint: string[];
}

/** The page as it is. */
const AS_IT_IS = {'': () => Promise.resolve()};

/**
 * Measures every text of ours that is seen, in every state of its control and with the pointer on the post around it.
 * A state is forced once, and looked at in each of the themes then: to force it takes longer than the rest.
 *
 * @param themes - by name, what brings each about
 */
export async function measureContrast(
  page: Page,
  themes: Readonly<Record<string, () => Promise<unknown>>> = AS_IT_IS,
): Promise<Measured> {
  await calm(page);
  const measured: Measured = {texts: 0, faint: []};
  for (const [state, pseudos] of Object.entries(STATES)) {
    await inState(page, pseudos, async () => {
      for (const [theme, choose] of Object.entries(themes)) {
        await choose();
        const texts = await page.evaluate(() => window.testPage.textsOfOurs());
        measured.texts += texts.length;
        const faint = texts.filter(({contrast}) => contrast < LEAST);
        measured.faint.push(
          ...faint.map(({text, where, contrast}) =>
            [theme, `${state}:`, where, `“${text}”`, contrast.toFixed(2)].join(' '),
          ),
        );
      }
    });
  }
  return measured;
}

/** The pointer is on nothing: what was pressed last would else look hovered for a while. */
export const calm = (page: Page): Promise<void> => page.mouse.move(0, 0);

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
