import type {Pairings} from '../../core/ports/pairings.js';
import type {Command} from './command.js';

export interface PairCommandDeps {
  pairings: Pairings;
}

/** Connects a browser to the person who types its code, or disconnects all of theirs. */
export const pairCommand = ({pairings}: PairCommandDeps): Command => ({
  name: 'pair',
  hint: 'command.pair.hint',
  help: 'command.pair.help',
  async run({request: {userId}, rest, user, reader}) {
    const {translate} = await reader;
    if (rest.trim().toLowerCase() === 'off') {
      await pairings.forget(userId);
      return {text: translate('pair.off')};
    }
    const person = await user;
    const isPerson = person !== undefined && !person.isBot && !person.isDeactivated && !person.isGuest;
    if (!isPerson || !(await pairings.confirm(rest, userId))) return {text: translate('pair.unknown')};
    return {text: translate('pair.done')};
  },
});
