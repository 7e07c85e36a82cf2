import type {Benchmark} from './benchmark.js';
import {percentile} from './report/percentile.js';

/** The load of a large company's morning: is every meeting's card right at the end, and how long does Zoom wait? */
export const measureWebhooks: Benchmark = async (workshop) => {
  const {sent, lost, seconds, answerMs} = await workshop.webhookRun();
  return [
    {name: 'webhooks_sent', value: sent},
    {name: 'webhooks_lost', value: lost, target: 0},
    {name: 'webhooks_seconds', value: seconds, target: 60},
    {name: 'webhooks_answer_p50_ms', value: percentile(answerMs, 0.5)},
    {name: 'webhooks_answer_p99_ms', value: percentile(answerMs, 0.99)},
  ];
};
