import type {JoinPageText} from '../../contract/join-page-shell.js';
import type {State} from '../machine/state.js';
import type {Voice} from './speak.js';

/** What the page says that it is in. */
export function statusText(state: State, voice: Voice): string {
  switch (state.kind) {
    case 'form':
      return state.meeting?.text ?? '';
    case 'waiting':
      return state.isHurried ? voice.say('asking') : voice.sayWords(state.words);
    case 'linked':
      return voice.say(state.link.app_url === undefined ? 'linkedToPage' : 'linked');
    case 'halted':
      return voice.sayWords(state.halt.words);
    case 'inside':
      return '';
    case 'looking':
    case 'entering':
    case 'joining':
    case 'linking':
      return voice.say(state.kind satisfies JoinPageText);
  }
}

/** Something is being done, and nobody needs to press anything. */
export const isBusy = ({kind}: State): boolean =>
  kind === 'looking' || kind === 'entering' || kind === 'joining' || kind === 'linking';
