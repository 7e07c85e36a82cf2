import type {Named} from '../domain/events.js';
import type {AskZoomAbout} from './ask-zoom-about.js';
import type {Pace} from './pace.js';

/** Never rejects. `told`: what the hint claims. */
export type AskSeldom = (hint: Named, told: string) => Promise<void>;

interface AskSeldomDeps {
  askZoomAbout: AskZoomAbout;
  /** By meeting number. */
  pace: Pace;
  /** A stop of the plugin waits for a question, but not for the turn of the next one. */
  inBackground: (work: Promise<void>) => void;
}

/**
 * One question about a meeting number at a time, and no two within the pace: a webhook that is replayed asks nothing
 * that was not asked just now. Something else that was told meanwhile is asked about afterwards.
 */
export const createAskSeldom =
  ({askZoomAbout, pace, inBackground}: AskSeldomDeps): AskSeldom =>
  async (hint, told) => {
    await pace.run(hint.number, `${told} ${hint.uuid ?? ''}`, async () => {
      const asked = askZoomAbout(hint).then(() => undefined);
      inBackground(asked);
      await asked;
      return {rest: Promise.resolve()};
    });
  };
