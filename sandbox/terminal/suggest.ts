/** The guided first run, in order; a step is done when it fits what was typed, a line each: `ana /zoom start`. */
const STEPS: readonly {type: string; why: string; done: RegExp}[] = [
  {type: '/zoom start Weekly planning', why: 'start a meeting in the channel', done: /^\w+ \/zoom start/m},
  {type: 'press 1', why: 'the button that only Ana sees: her link to start as host', done: /^\w+ press/m},
  {type: 'zoom join Ben', why: 'in Zoom, Ben is there before the host', done: /^\w+ zoom join/m},
  {type: 'zoom start', why: 'in Zoom, the host begins, and Ben comes in', done: /^\w+ zoom start/m},
  {type: 'zoom end', why: 'in Zoom, the meeting ends; watch the card', done: /^\w+ zoom end/m},
  {type: 'as zoe', why: 'be a colleague whom Zoom does not know', done: /^\w+ as zoe/m},
  {type: '/zoom start', why: 'what Zoe is told', done: /^zoe \/zoom start/m},
  {type: 'as ada', why: 'be the system administrator', done: /^\w+ as ada/m},
  {type: '/zoom', why: 'what an administrator reads', done: /^ada \/zoom( help)?$/m},
  {type: 'zoom fault create-meeting fail', why: 'let Zoom have a problem', done: /^\w+ zoom fault/m},
  {type: '/zoom start Review', why: 'what one is told then', done: /^\w+ zoom fault[^]*^\w+ \/zoom start/m},
  {type: 'in ben', why: 'direct messages with Ben', done: /^\w+ in (?!town-square)/m},
  {type: '/zoom start One to one', why: 'a meeting for two', done: /^\w+ in (?!town)[^]*^\w+ \/zoom start/m},
  {type: 'kill', why: 'crash the plugin process', done: /^\w+ kill/m},
  {type: 'health', why: 'let the server notice and restart it', done: /^\w+ health/m},
  {type: 'help', why: 'everything else that can be typed', done: /^\w+ help/m},
];

/** The next thing to try and why; `undefined`: all has been tried. */
export function suggest(history: readonly string[]): {type: string; why: string} | undefined {
  const all = history.join('\n');
  return STEPS.find(({done}) => !done.test(all));
}
