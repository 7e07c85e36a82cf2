import {requirePlugin} from '../require-plugin.js';
import type {Session, ShownButton} from '../session.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';

/** Any button that was drawn, for anybody, so that one can see somebody else's being refused. */
export const press: Word = {
  name: 'press',
  argument: '[NUMBER or NAME]',
  help: 'press a button, the newest if not said',
  async run(session, rest) {
    const {sandbox, screen, person} = session;
    const {postId, actionId, owner} = findButton(session, rest);
    const {status, gotoLocation} = await requirePlugin(session, () =>
      sandbox.mattermost.pressButton({userId: person.id, postId, actionId}),
    );
    if (status === 403) {
      screen.line(`The plugin refused it (403): this button is ${owner?.first_name ?? 'somebody'}'s alone.`);
      return;
    }
    if (status !== 200) throw new TerminalError(`The plugin answered the press with ${status}.`);
    if (gotoLocation !== '') screen.line(`The browser opens ${gotoLocation}`);
  },
};

function findButton({buttons}: Session, typed: string): ShownButton {
  const wanted = typed.toLowerCase();
  const found = /^\d+$/.test(wanted)
    ? buttons[Number(wanted) - 1]
    : buttons.findLast(({name}) => name.toLowerCase().startsWith(wanted));
  if (found !== undefined) return found;
  if (buttons.length === 0) throw new TerminalError('There is no button yet. Type /zoom start first.');
  const known = buttons.map(({name}, index) => `${index + 1} (${name})`).join(', ');
  throw new TerminalError(`There is no button "${typed}". There are: ${known}.`);
}
