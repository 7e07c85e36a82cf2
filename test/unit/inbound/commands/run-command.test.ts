import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Command, CommandContext} from '../../../../server/inbound/commands/command.js';
import {createRunCommand} from '../../../../server/inbound/commands/run-command.js';
import {texts} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {admin, ana} from '../../../support/people.js';
import {channelId} from '../../../support/sample-card.js';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';

let world: FakeWorld;
let ran: CommandContext[];
let start: Command['run'];
beforeEach(() => {
  world = createFakeWorld();
  world.chat.users.set(admin.id, admin);
  ran = [];
  start = () => Promise.resolve({text: 'started'});
});

const run = (text: string, userId = ana.id) => {
  const commands: Command[] = [
    {
      name: 'start',
      hint: 'command.start.hint',
      help: 'command.start.help',
      run: (context) => {
        ran.push(context);
        return start(context);
      },
    },
    {
      name: 'help',
      hint: undefined,
      help: 'command.help.help',
      run: () => Promise.resolve({text: 'the help'}),
    },
  ];
  return createRunCommand({...world, commands, texts})({
    userId,
    channelId,
    rootId: '',
    text,
    mayPostHere: false,
    drawsCards: false,
  });
};

describe('a command', () => {
  it('runs the sub-command that was typed, with what stands behind it', async () => {
    expect(await run('/zoom Start  Weekly planning')).toEqual({text: 'started'});
    expect(ran).toMatchObject([{rest: 'Weekly planning', request: {userId: ana.id, channelId}}]);
  });

  it('asks once who is typing, and tells the sub-command', async () => {
    await run('/zoom start', admin.id);
    expect(await ran[0]?.user).toBe(admin);
    expect((await ran[0]?.reader)?.isAdmin).toBe(true);
    expect(world.chat.calls).toEqual(['user']);
  });

  it('leaves no timer behind', async () => {
    await run('/zoom start');
    expect(world.clock.nextIn()).toBeUndefined();
  });
});

describe('an unknown word', () => {
  it.each(['strat', 'star', 'startt', 'stort', 'hlp'])('%s gets a suggestion and the help', async (word) => {
    const {text} = await run(`/zoom ${word} now`);
    const suggestion = word === 'hlp' ? 'help' : 'start';
    expect(text).toContain(`Unknown command \`${word}\`. Did you mean \`/zoom ${suggestion}\`?`);
    expect(text).toContain('- `/zoom start [topic] [--pmi or --new]` –');
    expect(ran).toEqual([]);
  });

  it.each(['recordings', 'webinar', '会議'])('%s, which is like none, gets the help alone', async (word) => {
    const {text} = await run(`/zoom ${word}`);
    expect(text).toContain(`Unknown command \`${word}\`.\n`);
    expect(text).not.toContain('Did you mean');
  });

  it('cannot leave its code span, and is not repeated at length', async () => {
    const {text} = await run(`/zoom \`@all\`${'👨‍👩‍👧'.repeat(50)}`);
    const [line = ''] = text.split('\n');
    expect(line).toMatch(/^Unknown command `@all[^`]*…`\.$/u);
    expect(line.length).toBeLessThan(70);
    expect(line.isWellFormed()).toBe(true);
  });
});

describe('a command that fails', () => {
  it.each([
    [
      'throws',
      () => {
        throw new TypeError('canary detail');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('canary detail'))],
  ] as const)('because it %s is an answer and a line in the log', async (_how, fail) => {
    start = fail;
    const {text} = await run('/zoom start Secret topic');
    expect(text).toBe(texts('en')('command.failed'));
    expect(world.logger.lines).toMatchObject([{level: 'error', fields: {command: 'start'}}]);
    expect(JSON.stringify(world.logger.lines)).not.toContain('Secret topic');
  });

  it('does not fail because nobody knows who is reading', async () => {
    world.chat.faults.set('user', () => chatUnavailable('no answer'));
    expect(await run('/zoom help')).toEqual({text: 'the help'});
    expect((await run('/zoom strat')).text).toContain('Did you mean');
  });
});

describe('a command that takes too long', () => {
  it('begins nothing new after 7.5 s and is answered after 8 s', async () => {
    start = () => new Promise(() => undefined);
    let answer: string | undefined;
    const answered = run('/zoom start').then(({text}) => (answer = text));
    while (ran.length === 0) await Promise.resolve();
    world.clock.advance(7_499);
    expect(ran[0]?.signal.aborted).toBe(false);
    world.clock.advance(1);
    expect(ran[0]?.signal.aborted).toBe(true);
    expect(answer).toBeUndefined();
    world.clock.advance(500);
    expect(await answered).toBe(texts('en')('command.tooSlow'));
  });

  it('is answered even while Mattermost does not say who is typing', async () => {
    world.chat.user = () => new Promise(() => undefined);
    const answered = run('/zoom strat');
    world.clock.advance(8_000);
    expect((await answered).text).toBe(texts('en')('command.tooSlow'));
  });
});
