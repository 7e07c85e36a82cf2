import type {CDPSession, Page} from 'playwright-core';

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
  await inStates(page, STATES, async (state) => {
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
  return measured;
}

/**
 * The pointer is on nothing: what was pressed last would else look hovered for a while. Nothing is painted either,
 * which takes longer than to measure what would be.
 */
export async function calm(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    document.documentElement.style.clipPath = 'inset(100%)';
  });
}

/**
 * Forces each state, one after the other, on all that can have it and on what is around it, and looks; the page is as
 * before then.
 *
 * @param states - by name, the pseudo-classes of each
 */
export async function inStates<Name extends string>(
  page: Page,
  states: Readonly<Record<Name, readonly string[]>>,
  look: (state: Name) => Promise<void>,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    for (const [state, pseudos] of Object.entries(states) as [Name, readonly string[]][]) {
      await force(session, pseudos);
      await look(state);
    }
  } finally {
    await session.detach();
  }
}

async function force(session: CDPSession, pseudos: readonly string[]): Promise<void> {
  const {root} = await session.send('DOM.getDocument');
  const selector = '.post, a, button, [tabindex]';
  const {nodeIds} = await session.send('DOM.querySelectorAll', {nodeId: root.nodeId, selector});
  await Promise.all(
    nodeIds.map((nodeId) =>
      session.send('CSS.forcePseudoState', {nodeId, forcedPseudoClasses: [...pseudos]}),
    ),
  );
}
