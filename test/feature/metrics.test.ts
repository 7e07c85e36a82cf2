import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

onEachHost('The metrics', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());

  /** What a line says; `line` with its labels. */
  const read = async (...lines: string[]): Promise<(number | undefined)[]> => {
    const told = new Map(
      (await world.host.metrics()).split('\n').map((text) => {
        const [, line = '', value = ''] = /^(.*) (\S+)$/.exec(text) ?? [];
        return [line, Number(value)] as const;
      }),
    );
    return lines.map((line) => told.get(line));
  };

  it('follow a meeting from the command to the live card', async () => {
    await world.type('/zoom start');
    const [meeting] = world.zoom.meetings;
    world.zoom.startMeeting(meeting?.number ?? 0);
    await world.cardWhen((post) => cardState(post) === 'live');
    expect(
      await read(
        'zoom_meetings_started_total',
        'zoom_cards_open',
        'zoom_command_seconds_count',
        'zoom_api_calls_total{endpoint="createMeeting",result="ok"}',
        'zoom_api_call_seconds_count{endpoint="token"}',
        'zoom_webhooks_total{result="accepted"}',
        'zoom_jobs_due',
        'zoom_jobs_oldest_due_seconds',
        'zoom_store_errors_total{operation="get"}',
      ),
    ).toEqual([1, 1, 1, 1, 1, expect.any(Number), 0, 0, 0]);
    const [offset = NaN, writes = 0] = await read(
      'zoom_clock_offset_seconds',
      'zoom_store_operation_seconds_count{operation="compareAndSet"}',
    );
    // Both clocks are this machine's, and Zoom's tells whole seconds.
    expect(Math.abs(offset)).toBeLessThan(60);
    expect(writes).toBeGreaterThan(0);
  });

  it('count what is refused', async () => {
    const before = await read(
      'zoom_webhooks_total{result="wrong-signature"}',
      'zoom_webhooks_total{result="wrong-address"}',
    );
    const [meeting] = world.zoom.meetings;
    if (meeting === undefined) throw new Error('No meeting was started');
    const body = meetingEvent('meeting.ended', meeting);
    await sendWebhook(world, body, {headers: {'x-zm-signature': `v0=${'0'.repeat(64)}`}});
    await sendWebhook(world, body, {path: '/webhook?secret=guessed'});
    const after = await read(
      'zoom_webhooks_total{result="wrong-signature"}',
      'zoom_webhooks_total{result="wrong-address"}',
    );
    expect([before, after]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('say which version runs where', async () => {
    const [line = ''] = /^zoom_build_info.*$/m.exec(await world.host.metrics()) ?? [];
    const host = capabilities.sessions ? 'plugin' : 'service';
    expect(line).toMatch(new RegExp(`^zoom_build_info\\{version="\\d+\\.\\d+\\.\\d+",host="${host}"\\} 1$`));
  });

  it('name nobody: no person, no channel, no meeting', async () => {
    const text = await world.host.metrics();
    const [meeting] = world.zoom.meetings;
    for (const secret of [
      world.ana,
      world.channelId,
      String(meeting?.number),
      'ana@',
      world.zoom.account.id,
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});
