import type {PostRecord} from '../mattermost/records.js';
import type {Sandbox} from '../sandbox.js';
import {runLine} from '../terminal/run-line.js';
import type {Screen} from '../terminal/screen.js';
import {wrap} from '../terminal/screen.js';
import {createSession, type Session} from '../terminal/session.js';
import {showChanges} from '../terminal/show-changes.js';
import type {Clock} from '../zoom/environment.js';
import {TOUR, type TourStep} from './tour-steps.js';

/** How long a card may take to follow. Nothing waits for it when all is well. */
const PATIENCE_MS = 30_000;

export interface TourDeps {
  sandbox: Sandbox;
  screen: Screen;
  clock: Clock;
  /** Between two steps, so that people can read: milliseconds. */
  paceMs: number;
}

/**
 * Shows a card through whole meetings, a step at a time, with what Ana sees of it. @returns what the card did not say,
 * in a sentence, where it did not follow
 */
export async function runTour({sandbox, screen, clock, paceMs}: TourDeps): Promise<string | undefined> {
  const session = createSession(sandbox, screen);
  const stop = showChanges(session, (draw) => draw());
  try {
    for (const [index, step] of TOUR.entries()) {
      if (paceMs > 0) await new Promise<void>((resolve) => void clock.after(paceMs, resolve));
      screen.line(`\n${screen.accent(`${index + 1} of ${TOUR.length}`)}`);
      wrap(step.says).forEach((line) => screen.line(screen.bold(line)));
      await carryOut(session, step);
      if (!(await follows(sandbox, step, clock))) return `The card does not say: ${step.until.join(' … ')}`;
    }
    return undefined;
  } finally {
    stop();
  }
}

async function carryOut(session: Session, {lines}: TourStep): Promise<void> {
  for (const line of lines) {
    session.screen.line(session.screen.dim(`> ${line}`));
    await runLine(session, line);
  }
}

/** Resolves when the newest card is as the step says; `false`: it has not become so. */
function follows({mattermost}: Sandbox, step: TourStep, clock: Clock): Promise<boolean> {
  const isThere = (): boolean => fits([...mattermost.state.posts.values()], step);
  return new Promise((resolve) => {
    if (isThere()) return resolve(true);
    const end = (isFound: boolean) => (): void => {
      stop();
      giveUp();
      resolve(isFound);
    };
    const giveUp = clock.after(PATIENCE_MS, () => end(false)());
    const stop = mattermost.onChange(() => {
      if (isThere()) end(true)();
    });
  });
}

function fits(posts: readonly PostRecord[], {until, without = [], told = ''}: TourStep): boolean {
  const card = textOf(posts.findLast(({type}) => type === 'custom_zoom'));
  return (
    until.every((part) => card.includes(part)) &&
    !without.some((part) => card.includes(part)) &&
    posts.some((post) => textOf(post).includes(told))
  );
}

/** All that people read of a post without the web app. */
function textOf(post: PostRecord | undefined): string {
  const attachments = (post?.props['attachments'] ?? []) as readonly {title?: string; text?: string}[];
  return [post?.message, ...attachments.flatMap(({title, text}) => [title, text])].join('\n');
}
