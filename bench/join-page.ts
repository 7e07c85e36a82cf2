import type {Benchmark} from './benchmark.js';
import {measureHour} from './join-page/measure-hour.js';
import {measureRush} from './join-page/measure-rush.js';

/** The page to join, when an audience comes: two thousand at once, and ten thousand within an hour. */
export const measureJoinPage: Benchmark = async (workshop) => [
  ...(await measureRush(workshop)),
  ...(await measureHour(workshop)),
];
