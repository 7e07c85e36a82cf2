import {PRODUCT_VERSION} from '../../../core/domain/product-version.js';
import {type CheckLine, LINE_STATES, type ShowLine} from './check-line.js';

/** What `check` has found, for a person or for a program. */
export interface CheckReport {
  show: ShowLine;
  /** @returns the exit status: 0, or 1 where something is wrong */
  end(): number;
}

/** What `check --json` prints. Names are only ever added to it, and it holds no secret. */
export interface JsonReport {
  version: string;
  /** The same as exit status 0. */
  ok: boolean;
  checks: readonly Pick<CheckLine, 'id' | 'finding' | 'state' | 'title' | 'text'>[];
}

const failsIn = (lines: readonly CheckLine[]): boolean => lines.some(({state}) => LINE_STATES[state].fails);

/** Each line as soon as it is known; what has to be entered in Zoom, at the end. */
export function reportToPerson(say: (line: string) => void): CheckReport {
  const lines: CheckLine[] = [];
  return {
    show(line) {
      lines.push(line);
      const title = line.title.replace(/([^?])$/, '$1:');
      say(`${LINE_STATES[line.state].mark} ${title} ${line.text.replaceAll('**', '')}`);
    },
    end() {
      const address = lines.find(({webhookAddress}) => webhookAddress !== undefined)?.webhookAddress;
      if (address !== undefined) {
        say('\nThe webhook address, for Zoom Marketplace → your app → Feature → Event Subscriptions.');
        say('It holds a secret:');
        say(address);
      }
      const fails = failsIn(lines);
      if (!fails && lines.some(({state}) => state === 'not-yet')) {
        say('\nNothing is wrong. What is marked with … comes as you go on.');
      }
      return fails ? 1 : 0;
    },
  };
}

/** One JSON object, when everything is known. */
export function reportAsJson(say: (line: string) => void): CheckReport {
  const lines: CheckLine[] = [];
  return {
    show: (line) => void lines.push(line),
    end() {
      const ok = !failsIn(lines);
      const checks = lines.map(({id, finding, state, title, text}) => ({id, finding, state, title, text}));
      say(JSON.stringify({version: PRODUCT_VERSION, ok, checks} satisfies JsonReport, undefined, 2));
      return ok ? 0 : 1;
    },
  };
}
