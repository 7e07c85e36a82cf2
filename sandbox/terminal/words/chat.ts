import {plain} from '../draw-post.js';
import {WIDTH, wrap} from '../screen.js';
import {findChannel, findUser, isMember, TerminalError} from '../session.js';
import type {Word} from '../word.js';

/** Who one is, where one is, and what one presses. */
export const chatWords: readonly Word[] = [
  {
    name: 'as',
    usage: 'as NAME',
    help: 'be somebody else: ana, ben, zoe (unknown to Zoom), gil (a guest), ada (a system admin)',
    async run(session, rest) {
      session.person = findUser(session.sandbox, rest);
      session.screen.line(`You are ${session.person.first_name} now.`);
    },
  },
  {
    name: 'in',
    usage: 'in CHANNEL',
    help: 'go to town-square, planning (private) or ana-and-ben (a direct message)',
    async run(session, rest) {
      const channel = findChannel(session.sandbox, rest);
      if (!isMember(session.sandbox, channel.id, session.person.id)) {
        throw new TerminalError(`${session.person.first_name} is no member of ~${channel.name}.`);
      }
      session.channel = channel;
      session.screen.line(`You are in ~${channel.name} now.`);
    },
  },
  {
    name: 'press',
    usage: 'press',
    help: 'press the newest button that somebody was shown, as the person you are',
    async run({sandbox: {mattermost}, person, screen}) {
      const shown = mattermost.state.ephemeral
        .map(({post}) => ({post, actionId: firstAction(post.props)}))
        .filter(({actionId}) => actionId !== undefined)
        .at(-1);
      if (shown?.actionId === undefined)
        throw new TerminalError('There is no button yet. Type /zoom start first.');
      const press = {userId: person.id, postId: shown.post.id, actionId: shown.actionId};
      const outcome = await mattermost.pressButton(press);
      if (outcome.status === 403) screen.line('Refused: this button is not yours.');
      else if (outcome.ephemeralText === '') screen.line(`The server answered ${outcome.status}.`);
      else {
        screen.line(`\n${screen.bold('zoom')} ${screen.dim('(only you see this)')}`);
        for (const line of wrap(plain(outcome.ephemeralText), WIDTH - 2)) screen.line(`  ${line}`);
      }
    },
  },
];

function firstAction(props: Readonly<Record<string, unknown>>): string | undefined {
  const attachments = (props['attachments'] ?? []) as readonly {actions?: readonly {id: string}[]}[];
  return attachments.flatMap(({actions = []}) => actions)[0]?.id;
}
