import {createSampleCard} from '../test/support/sample-card.js';
import type {Benchmark} from './benchmark.js';
import {openMeetings} from './load/open-meetings.js';
import {sendEvent} from './load/send-event.js';
import {median} from './report/percentile.js';

const KNOWN = [10, 1_000, 100_000] as const;
const TIMED = 100;
const SEEDED_AT_ONCE = 5_000;

/** One event, where the store knows ten, a thousand and a hundred thousand meetings: it should cost the same. */
export const measureScale: Benchmark = async (workshop) => {
  const medians: number[] = [];
  for (const known of KNOWN) {
    const product = await workshop.openProduct();
    try {
      for (let from = 0; from < known; from += SEEDED_AT_ONCE)
        await product.host.seed({kv: rowsOf(from, Math.min(known, from + SEEDED_AT_ONCE))});
      const meetings = await openMeetings(product, TIMED);
      const times: number[] = [];
      for (const {meeting} of meetings) times.push(await sendEvent(product, 'meeting.ended', meeting));
      medians.push(median(times));
    } finally {
      await product.close();
    }
  }
  const [few = 0, , many = 0] = medians;
  return [
    ...KNOWN.map((known, index) => ({name: `scale_${known}_known_p50_ms`, value: medians[index] ?? 0})),
    {name: 'scale_many_to_few', value: many / few, target: 1.5},
  ];
};

/** Records of meetings that are over, as the product writes them. */
function rowsOf(from: number, to: number): Record<string, string> {
  const rows: Record<string, string> = {};
  for (let nth = from; nth < to; nth += 1) {
    const number = String(84_000_000_000 + nth);
    const {meeting, openedAt} = createSampleCard();
    const card = createSampleCard({
      id: `known-${nth}`,
      meeting: {...meeting, number, uuid: `known-${nth}==`},
      startedAt: openedAt,
      endedAt: openedAt + 60_000,
    });
    rows[`meeting_${number}`] = JSON.stringify([card]);
  }
  return rows;
}
