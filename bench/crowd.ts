import {participantEvent} from '../test/support/participant-event.js';
import type {Benchmark} from './benchmark.js';
import {openMeetings} from './load/open-meetings.js';
import {createSendBody, isTaken} from './load/send-body.js';
import {median} from './report/percentile.js';

const PEOPLE = 500;
/** Of the first and of the last, so many are compared. */
const COMPARED = 50;

/** One meeting to which five hundred people come: what the last of them cost, and how large the record of it is. */
export const measureCrowd: Benchmark = async (workshop) => {
  const product = await workshop.openProduct();
  try {
    const [opened] = await openMeetings(product, 1);
    if (opened === undefined) throw new Error('No meeting was opened');
    const send = await createSendBody(product);
    const times: number[] = [];
    let lost = 0;
    for (let nth = 0; nth < PEOPLE; nth += 1) {
      const who = {user_id: String(16_778_240 + nth), user_name: `Guest ${nth}`, id: `zoom-${nth}`};
      const sent = await send(participantEvent('joined', opened.meeting, who));
      if (!isTaken(sent)) lost += 1;
      times.push(sent.milliseconds);
    }
    const row = (await product.host.kv()).get(`meeting_${opened.meeting.number}`);
    return [
      {name: 'crowd_joins_lost', value: lost, target: 0},
      {name: 'crowd_first_joins_p50_ms', value: median(times.slice(0, COMPARED))},
      {name: 'crowd_last_joins_p50_ms', value: median(times.slice(-COMPARED)), target: 50},
      {name: 'crowd_record_kib', value: (row?.length ?? 0) / 1024, target: 256},
    ];
  } finally {
    await product.close();
  }
};
