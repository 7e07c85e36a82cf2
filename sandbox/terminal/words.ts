import type {Word} from './word.js';
import {chatWords} from './words/chat.js';
import {serverWords} from './words/server-side.js';
import {zoomWords} from './words/zoom-side.js';

const help: Word = {
  name: 'help',
  usage: 'help',
  help: 'show this',
  async run({screen}) {
    screen.line('Type as in Mattermost: /zoom, /zoom start TOPIC. Besides that:');
    for (const word of WORDS) {
      screen.line(`  ${word.usage}`);
      screen.line(screen.dim(`      ${word.help}`));
    }
    screen.line('  quit');
  },
};

/** Everything that can be typed besides slash commands, in the order of help. */
export const WORDS: readonly Word[] = [...zoomWords, ...chatWords, ...serverWords, help];
