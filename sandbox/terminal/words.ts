import {wrap, WIDTH} from './screen.js';
import {TerminalError, nearest} from './terminal-error.js';
import type {Word} from './word.js';
import {chatWords} from './words/chat.js';
import {faultWords} from './words/faults.js';
import {joinPageWords} from './words/join-page.js';
import {serverWords} from './words/server-side.js';
import {settingWords} from './words/settings.js';
import {zoomCalendarWords} from './words/zoom-calendar.js';
import {zoomAppWords} from './words/zoom-app.js';
import {zoomWords} from './words/zoom-side.js';

const help: Word = {
  name: 'help',
  argument: '',
  help: 'show this',
  run({screen}) {
    for (const {title, words} of GROUPS) {
      screen.line(`\n${screen.bold(title)}`);
      for (const {name, argument, help: text} of words) {
        const [first = '', ...others] = wrap(text, WIDTH - COLUMN);
        const usage = `  ${name} ${argument}`.padEnd(COLUMN);
        screen.line(`${screen.accent(usage)}${first}`);
        for (const line of others) screen.line(' '.repeat(COLUMN) + line);
      }
    }
  },
};

const quit: Word = {
  name: 'quit',
  argument: '',
  help: 'end everything; so does Ctrl-C',
  run(session) {
    session.isOver = true;
  },
};

const COLUMN = 29;

/** Everything that can be typed besides slash commands, in the order of help. */
const GROUPS: readonly {title: string; words: readonly Word[]}[] = [
  {title: 'In Mattermost, besides /zoom and /zoom start TOPIC', words: chatWords},
  {title: 'In Zoom; the newest meeting, unless the number of another is given', words: zoomWords},
  {
    title: 'The calendar in Zoom; what was planned last, unless a number is given',
    words: zoomCalendarWords,
  },
  {title: 'The app in Zoom', words: zoomAppWords},
  {title: 'Joining in the browser', words: joinPageWords},
  {title: 'What goes wrong in Zoom', words: faultWords},
  {title: 'The System Console', words: settingWords},
  {title: 'The plugin process', words: serverWords},
  {title: 'This terminal', words: [help, quit]},
];

const WORDS = GROUPS.flatMap(({words}) => words);

/** The word that a line begins with, and what follows it. Throws TerminalError. */
export function findWord(line: string): {word: Word; rest: string} {
  const typed = line.replace(/\s+/g, ' ').trim();
  const word = WORDS.find(({name}) => typed === name || typed.startsWith(`${name} `));
  if (word !== undefined) return {word, rest: typed.slice(word.name.length).trim()};
  if (typed.split(' ')[0] === 'zoom') {
    const known = WORDS.filter(({name}) => name.startsWith('zoom ')).map(({name}) => name);
    throw new TerminalError(
      `In Zoom you can type: ${known.join(', ')}. To type in Mattermost, begin with /.`,
    );
  }
  const meant = nearest(
    typed,
    WORDS.map(({name}) => name),
  );
  const hint = meant === undefined ? 'Type help to see what does.' : `Did you mean ${meant}?`;
  throw new TerminalError(`"${typed}" means nothing here. ${hint}`);
}
