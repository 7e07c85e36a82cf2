import {findChannel, findPerson, isMember, placeName} from '../find.js';
import {isInSight, type Session} from '../session.js';
import {showEphemeral, showPost} from '../show-post.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';
import {press} from './press.js';

const KEPT_IN_SIGHT = 5;

/** Who one is, where one is, and what one presses. */
export const chatWords: readonly Word[] = [
  press,
  {
    name: 'as',
    argument: 'NAME',
    help: 'be ana, ben, zoe (unknown to Zoom), gil (a guest) or ada (a system administrator)',
    run(session, rest) {
      const {sandbox, screen} = session;
      session.person = findPerson(sandbox, rest);
      const {first_name, last_name} = session.person;
      screen.line(`You are ${first_name} ${last_name} now.`);
      if (!isMember(sandbox, session.channel, session.person)) move(session, 'town-square');
    },
  },
  {
    name: 'in',
    argument: 'CHANNEL',
    help: 'go to town-square, to planning (private), or to a person for direct messages',
    run: move,
  },
  {
    name: 'thread',
    argument: '',
    help: 'type in the thread of the last card in this channel; again: leave it',
    run(session) {
      const card = [...session.sandbox.mattermost.state.posts.values()].findLast(
        ({channel_id, type}) => channel_id === session.channel.id && type === 'custom_zoom',
      );
      if (session.rootId !== '') session.rootId = '';
      else if (card === undefined)
        throw new TerminalError('There is no card in this channel yet. Type /zoom start first.');
      else session.rootId = card.root_id === '' ? card.id : card.root_id;
      const {screen, rootId} = session;
      screen.line(
        rootId === '' ? 'You have left the thread.' : 'You are in the thread of the last card now.',
      );
    },
  },
  {
    name: 'collapse',
    argument: 'on or off',
    help: 'show replies in their thread alone (on, as in Mattermost), or in the channel too',
    run(session, rest) {
      if (rest !== 'on' && rest !== 'off') throw new TerminalError('Type collapse on, or collapse off.');
      session.collapsesThreads = rest === 'on';
      session.screen.line(
        rest === 'on'
          ? 'Replies are shown in their thread alone now.'
          : 'Replies are shown in the channel, too, now.',
      );
    },
  },
  {
    name: 'look',
    argument: '',
    help: 'draw the last posts of the channel, as this person sees them',
    run: look,
  },
];

function move(session: Session, name: string): void {
  const {sandbox, person, screen} = session;
  session.channel = findChannel(sandbox, person, name);
  session.rootId = '';
  screen.line(`You are in ${placeName(sandbox, session.channel, person)} now.`);
}

function look(session: Session): void {
  const {sandbox, screen, person, channel} = session;
  const {posts, ephemeral} = sandbox.mattermost.state;
  const shown = [
    ...[...posts.values()]
      .filter((post) => post.channel_id === channel.id && post.delete_at === 0 && isInSight(session, post))
      .map((post) => ({at: post.create_at, show: () => showPost(session, post)})),
    ...ephemeral
      .filter(
        ({userId, post}) =>
          userId === person.id && post.channel_id === channel.id && isInSight(session, post),
      )
      .map((entry) => ({at: entry.post.create_at, show: () => showEphemeral(session, entry)})),
  ].sort((a, b) => a.at - b.at);
  if (shown.length === 0) screen.line('Nothing has been posted here yet.');
  for (const {show} of shown.slice(-KEPT_IN_SIGHT)) show();
}
